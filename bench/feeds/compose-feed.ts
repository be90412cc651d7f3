import { composeNews } from '@muster/testing/compose-news'

/** Items of a feed: those that were there before it was first asked, and those that each version adds. */
export const ITEMS = 20
export const ITEMS_A_VERSION = 2

const PAUSE_MS = 30 * 60 * 1000
const KNOWN_TEXTS = Array.from({ length: 50 }, (_, seed) => composeNews(seed, 6).join(' '))

/** The id of a feed's nth item. */
export const itemIdOf = (feed: number, n: number): string => `urn:bench:${feed}:${n}`

/** The text of a feed's nth item. Those that were there before share some; a new one is told by nobody else. */
export function itemTextOf(feed: number, n: number): string {
  if (n < ITEMS) return `Item ${n} of feed ${feed}. ${KNOWN_TEXTS[(feed + n) % KNOWN_TEXTS.length]}`
  return composeNews(feed * 1000 + n, 6).join(' ')
}

/** When a feed's items appeared before `now`, in milliseconds: every half hour, so that it is asked every quarter. */
export function momentsOf(now: number): number[] {
  return Array.from({ length: ITEMS }, (_, n) => now - (ITEMS - n) * PAUSE_MS)
}

/** The latest items of a feed as RSS; version 0 has those that were there before. */
export function composeFeed(feed: number, version: number, now: number): string {
  const first = version * ITEMS_A_VERSION
  const moments = momentsOf(now)
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const n = first + ITEMS - 1 - index
    const date = new Date(moments[n] ?? now).toUTCString()
    return `<item><title>Item ${n}</title><link>http://bench.example/${feed}/${n}</link><guid isPermaLink="false">${itemIdOf(feed, n)}</guid><pubDate>${date}</pubDate><description>${itemTextOf(feed, n)}</description></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>http://bench.example/${feed}</link>${items.join('')}</channel></rss>`
}
