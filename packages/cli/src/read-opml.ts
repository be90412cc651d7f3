import { decodeBody } from '@muster/feeds'
import { parseOpml } from 'feedsmith'

/** What an OPML file lists: feeds, each address once, and what is no feed, with the reason. */
export type FeedList = {
  feeds: { url: string; title: string }[]
  repeated: number
  bad: { entry: string; reason: string }[]
}

type Outline = { text?: string; title?: string; xmlUrl?: string; outlines?: Outline[] }

/** As of an address and a name that are added by the API. */
const LONGEST_URL = 2000
const LONGEST_NAME = 200
const DEEPEST = 100

/** The file is no OPML. */
export class NotOpmlError extends Error {
  override name = 'NotOpmlError'
}

/**
 * Reads an OPML file, folders in folders too; bytes by the encoding that they declare or look like. What is wrong with an
 * entry loses no other. Throws NotOpmlError.
 */
export function readOpml(file: string | Uint8Array): FeedList {
  const xml = typeof file === 'string' ? file : decodeBody(file, null)
  const list: FeedList = { feeds: [], repeated: 0, bad: [] }
  const seen = new Set<string>()
  for (const outline of outlinesIn(parse(xml), 0)) {
    const name = lineOf(outline.title) || lineOf(outline.text)
    const url = urlOf(outline)
    if (url === null) list.bad.push({ entry: name || nameless(outline), reason: faultOf(outline) })
    else if (seen.has(url.href)) list.repeated++
    else list.feeds.push({ url: url.href, title: name || url.hostname })
    if (url) seen.add(url.href)
  }
  return list
}

function parse(xml: string): Outline[] {
  try {
    return (parseOpml(xml).body?.outlines ?? []) as Outline[]
  } catch (error) {
    throw new NotOpmlError(`no OPML: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

/** All outlines but folders, in the order of the file. */
function outlinesIn(outlines: Outline[], depth: number): Outline[] {
  if (depth === DEEPEST) throw new NotOpmlError(`no OPML: folders lie over ${DEEPEST} deep`)
  return outlines.flatMap((outline) => {
    const inside = outlinesIn(outline.outlines ?? [], depth + 1)
    return outline.xmlUrl === undefined && inside.length > 0 ? inside : [outline, ...inside]
  })
}

const lineOf = (text = ''): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed()

const nameless = ({ xmlUrl }: Outline): string => lineOf(xmlUrl) || 'an entry without a name'

function urlOf(outline: Outline): URL | null {
  const url = addressOf(outline)
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  return isHttp && url.href.length <= LONGEST_URL && !url.username && !url.password ? url : null
}

function addressOf({ xmlUrl }: Outline): URL | null {
  const address = withoutFeedScheme(xmlUrl?.trim() ?? '')
  return URL.canParse(address) ? new URL(address) : null
}

/** Browsers knew readers by the scheme: feed://a.example is of http, feed:https://a.example of https. */
const withoutFeedScheme = (address: string): string =>
  address.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:(?=\/\/)/i, 'http:')

function faultOf(outline: Outline): string {
  const { xmlUrl } = outline
  if (xmlUrl === undefined) return 'no xmlUrl'
  const url = addressOf(outline)
  if ((url?.href ?? xmlUrl).length > LONGEST_URL) return `an address of over ${LONGEST_URL} characters`
  if (url?.username || url?.password) return 'an address with a name or password, which no feed is asked with'
  return `"${xmlUrl}" is no http(s) address`
}
