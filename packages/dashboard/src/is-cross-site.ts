import type { FastifyRequest } from 'fastify'

/**
 * Whether a request was made by a page of another site. Browsers say so in Sec-Fetch-Site, and over plain http
 * outside of localhost, where they leave that out, in Origin. A client that sends neither is no browser.
 */
export function isCrossSite({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}
