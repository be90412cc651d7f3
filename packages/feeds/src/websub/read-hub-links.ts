import { resolveUrl } from '../parsing/resolve-url.ts'

/** The hubs of a feed, and the address that it is known to them by. */
export type HubLinks = { hubs: string[]; self: string | null }

/** White space has one place in each part, so that a run of it costs no more than its length. */
const LINK = /<([^<>]*)>\s*((?:;\s*[\w!#$&+.^`|~*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+)\s*)?)*)(?=,|$)/g
const PARAMETER = /;\s*([\w!#$&+.^`|~*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+))/g

/** What the Link headers of an answer (RFC 8288) name, addresses made absolute by where it came from. */
export function readHubLinks(headers: Headers, url: string): HubLinks {
  const named: HubLinks = { hubs: [], self: null }
  for (const [, address = '', parameters = ''] of (headers.get('link') ?? '').matchAll(LINK)) {
    const relations = relationsIn(parameters)
    const link = relations.length > 0 ? resolveUrl(address, url) : null
    if (link === null) continue
    if (relations.includes('hub')) named.hubs.push(link)
    if (relations.includes('self')) named.self ??= link
  }
  return named
}

/** A document with what the header of its answer names, which goes before what it names itself. */
export const withHubLinks = <T extends HubLinks>(feed: T, { hubs, self }: HubLinks): T => ({
  ...feed,
  hubs: hubs.length > 0 ? hubs : feed.hubs,
  self: self ?? feed.self,
})

/** Of several "rel" the first counts; a link with an anchor is one of another document. */
function relationsIn(parameters: string): string[] {
  const values = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of parameters.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, quoted ?? bare)
  }
  return values.has('anchor') ? [] : (values.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
}
