import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './send-problem.ts'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

const CROSS_SITE = {
  type: 'cross-site',
  title: 'The request was made by a page of another site',
  status: 403,
  detail: 'open the job board itself',
}

/** Turns away what a page of another site has an operator's browser send. */
export async function refuseCrossSite(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const isRefused = !SAFE_METHODS.includes(request.method) && isCrossSite(request)
  return isRefused ? sendProblem(reply, CROSS_SITE) : undefined
}

/**
 * Browsers say so in Sec-Fetch-Site, and over plain http outside of localhost, where they leave that out, in
 * Origin. A client that sends neither is no browser.
 */
function isCrossSite({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = headers
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}
