import type { HttpClient } from '@muster/runtime'
import type { Turn } from '../domains/take-turn.ts'
import { type Failure, failureOfStatus, type Pause } from '../fetching/failure-of.ts'
import { type FetchReply, fetchUrl } from '../fetching/fetch-url.ts'
import { readRetryAfter } from '../fetching/read-retry-after.ts'
import type { PageReader } from './create-page-reader.ts'
import type { Robots } from './create-robots.ts'

/** What asking for the text of an article's page can come to. */
export type PageReply =
  | { kind: 'text'; text: string }
  /** An answer, where no more was wanted. */
  | { kind: 'present' }
  /** 404 or 410. */
  | { kind: 'missing'; status: number; reason: string }
  /** Redirects may have led to its address, or it is that of robots.txt. */
  | ({ kind: 'throttled'; reason: string } & Pause)
  | { kind: 'busy'; domain: string; freeAt: Date }
  | ({ kind: 'failed' } & Failure)

/** A page, and what is wanted of it. `feedLength` is how many characters of text the feed carried. */
export type WantedPage = { url: string; wants: 'text' | 'presence'; feedLength: number }

/** What pages are asked for with. */
export type PageAsking = { http: HttpClient; robots: Robots; reader: PageReader }

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1'

/**
 * Asks for the page of an article, where robots.txt allows that and of every address that it redirects to, and takes its
 * main text, or looks only whether it is there. A page with no more text than the feed carried is of no use.
 */
export async function askPage(
  { http, robots, reader }: PageAsking,
  page: WantedPage,
  turn: Turn,
  now: Date,
): Promise<PageReply> {
  const guarded: Pick<HttpClient, 'request'> = {
    async request(address, options) {
      await robots.check(new URL(address), turn)
      return http.request(address, options)
    },
  }
  const reply = await fetchUrl(guarded, page.url, {
    headers: { accept: ACCEPT },
    async beforeRedirect(to) {
      await turn.beforeRedirect(to)
      await robots.check(to, turn)
    },
  })
  if (reply.kind === 'answered') return judge(reply, reader, page, now)
  if (reply.kind === 'failed' && reply.pause)
    return { kind: 'throttled', reason: reply.reason, ...reply.pause }
  return reply
}

async function judge(
  { status, headers, body, url }: Extract<FetchReply, { kind: 'answered' }>,
  reader: PageReader,
  { wants, feedLength }: WantedPage,
  now: Date,
): Promise<PageReply> {
  const { reason } = failureOfStatus(status)
  if (status === 404 || status === 410) return { kind: 'missing', status, reason }
  if (status === 429 || status === 503) {
    return {
      kind: 'throttled',
      status,
      reason,
      url,
      retryAt: readRetryAfter(headers.get('retry-after'), now),
    }
  }
  if (wants === 'presence' && status >= 200 && status < 300) return { kind: 'present' }
  if (status !== 200 && status !== 203) return { kind: 'failed', ...failureOfStatus(status) }
  const page = await reader.read({ body, contentType: headers.get('content-type'), feedLength })
  if (page.kind === 'text') return page
  const named = page.kind === 'no-text' ? page.reason : `page-${page.kind}`
  return { kind: 'failed', reason: named, class: 'hard', detail: page.reason }
}
