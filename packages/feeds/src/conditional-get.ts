import type { HttpClient } from '@muster/runtime'
import type { Feed } from './feed.ts'

/** What asking for a feed can come to. A failure carries its reason in a line. */
export type FetchResult =
  | {
      kind: 'modified'
      body: Buffer
      contentType: string | null
      url: string
      etag: string | null
      lastModified: string | null
      /** How many of its entries could not be captured; they are asked for again. */
      entriesFailed?: number
    }
  | { kind: 'not-modified' }
  | { kind: 'failed'; reason: string }

/** Asks for a feed, sending the validators of the last answer so that an unchanged one costs nothing. */
export async function conditionalGet(http: HttpClient, feed: Feed): Promise<FetchResult> {
  try {
    const { status, headers, body, url } = await http.request(feed.url, { headers: validators(feed) })
    if (status === 304) return { kind: 'not-modified' }
    if (status !== 200) return { kind: 'failed', reason: `HTTP ${status}` }
    const [contentType, etag, lastModified] = ['content-type', 'etag', 'last-modified'].map((name) =>
      headers.get(name),
    )
    return {
      kind: 'modified',
      body,
      url,
      contentType: contentType ?? null,
      etag: etag ?? null,
      lastModified: lastModified ?? null,
    }
  } catch (error) {
    return {
      kind: 'failed',
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }
  }
}

function validators({ etag, lastModified }: Feed): Record<string, string> {
  return {
    accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}
