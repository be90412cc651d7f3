import { parse } from 'tldts'

/** Who is asked at an address: requests to one domain take turns. */
export type Domain = { name: string; isPublic: boolean }

/**
 * The registrable domain of an address (`bbc.co.uk` of `feeds.bbc.co.uk`). An IP address and a name of an inner network
 * stand for themselves, with their port: what runs there beside a feed has nothing to do with it.
 */
export function domainOf(url: string): Domain {
  const { host, hostname } = new URL(url)
  const { domain, isIcann, isPrivate } = parse(hostname, { allowPrivateDomains: true })
  return domain && (isIcann || isPrivate) ? { name: domain, isPublic: true } : { name: host, isPublic: false }
}
