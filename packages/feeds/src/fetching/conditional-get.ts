import { createHash } from 'node:crypto'
import type { HttpClient, HttpRedirect } from '@muster/runtime'
import { type Feed, stateOf } from '../feed.ts'
import { type HubLinks, readHubLinks } from '../websub/read-hub-links.ts'
import { type Failure, failureOfStatus } from './failure-of.ts'
import { type FetchReply, fetchUrl } from './fetch-url.ts'
import { freshSeconds } from './fresh-seconds.ts'
import { readRetryAfter } from './read-retry-after.ts'

/** What an answer leaves for the next request: validators, how long it is fresh, and the way to it. */
export type AnswerTraces = {
  status: number
  etag: string | null
  lastModified: string | null
  freshSeconds: number | null
  redirects: HttpRedirect[]
  /** Whether validators were sent. */
  wasConditional: boolean
}

/** What asking for a feed can come to. */
export type FetchResult =
  | ({
      kind: 'modified'
      body: Buffer
      bodyHash: string
      contentType: string | null
      url: string
      /** What the header names; it goes before what the body does. */
      links: HubLinks
    } & AnswerTraces)
  /** 304, or the same body again. */
  | ({ kind: 'not-modified' } & AnswerTraces)
  | ({ kind: 'unchanged' } & AnswerTraces)
  | { kind: 'gone'; status: number; redirects: HttpRedirect[] }
  /** 429 or 503 of `url`, which redirects may have led to. */
  | { kind: 'throttled'; status: number; retryAt: Date | null; url: string; redirects: HttpRedirect[] }
  | { kind: 'busy'; domain: string; freeAt: Date }
  /** Without a status where no answer came; the way to it is not known then. */
  | ({ kind: 'failed'; status?: number; redirects?: HttpRedirect[] } & Failure)

type Asking = { now: Date; beforeRedirect?: (url: URL) => Promise<void> }

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1'
const FULL_EVERY_MS = 7 * 24 * 3600 * 1000

/**
 * Asks for a feed, sending the validators of the last answer so that an unchanged one costs nothing. Once a week it
 * sends none, to see whether the server's validators can be believed.
 */
export async function conditionalGet(
  http: HttpClient,
  feed: Feed,
  { now, beforeRedirect }: Asking,
): Promise<FetchResult> {
  const validators = validatorsOf(feed, now)
  const wasConditional = Object.keys(validators).length > 0
  const reply = await fetchUrl(http, feed.url, {
    headers: { accept: ACCEPT, ...validators },
    ...(beforeRedirect && { beforeRedirect }),
  })
  return reply.kind === 'answered' ? judge(reply, feed, wasConditional, now) : reply
}

function validatorsOf(feed: Feed, now: Date): Record<string, string> {
  const { distrustsValidators, fullAt } = stateOf(feed)
  const isFullDue = fullAt !== null && now.getTime() - fullAt >= FULL_EVERY_MS
  if (distrustsValidators || isFullDue) return {}
  return {
    ...(feed.etag && { 'if-none-match': feed.etag }),
    ...(feed.lastModified && { 'if-modified-since': feed.lastModified }),
  }
}

type Answer = Extract<FetchReply, { kind: 'answered' }>

function judge(reply: Answer, feed: Feed, wasConditional: boolean, now: Date): FetchResult {
  const { status, headers, body, url, redirects } = reply
  if (status === 410) return { kind: 'gone', status, redirects }
  if (status === 429 || status === 503) {
    const retryAt = readRetryAfter(headers.get('retry-after'), now)
    return { kind: 'throttled', status, url, redirects, retryAt }
  }
  const isRead = status === 200 || status === 203
  // Without a document that was read before, a 304 tells of nothing: a feed that never came is not quiet.
  const isUnchanged = status === 304 && wasConditional
  if (!isRead && !isUnchanged) return { kind: 'failed', status, redirects, ...failureOfStatus(status) }
  const traces = {
    ...{ status, redirects, wasConditional, freshSeconds: freshSeconds(headers) },
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
  }
  // A 304 need not repeat the validators that it was asked with.
  if (!isRead) {
    const { etag, lastModified } = traces
    return {
      kind: 'not-modified',
      ...traces,
      etag: etag ?? feed.etag,
      lastModified: lastModified ?? feed.lastModified,
    }
  }
  const bodyHash = createHash('sha256').update(body).digest('hex')
  if (bodyHash === stateOf(feed).bodyHash) return { kind: 'unchanged', ...traces }
  const contentType = headers.get('content-type')
  return { kind: 'modified', body, bodyHash, url, contentType, links: readHubLinks(headers, url), ...traces }
}
