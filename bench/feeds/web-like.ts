import { randomFrom } from '@muster/testing/compose-news'

/** How a feed's server answers, whenever it is asked. */
export type Manner = 'not-modified' | 'error' | 'slow' | 'modified'

/** Of a hundred feeds of the web: 60 unchanged, 5 with an error, 2 slow, the others with something new. */
const SHARES: [Manner, number][] = [
  ['not-modified', 0.6],
  ['error', 0.65],
  ['slow', 0.67],
  ['modified', 1],
]

/** The manner of a feed: the same for ever. */
export function mannerOf(feed: number): Manner {
  const drawn = randomFrom(feed)()
  return SHARES.find(([, upTo]) => drawn < upTo)?.[0] ?? 'modified'
}

/** A feed's address: each has a host of its own on the loopback, so that no two share a domain. */
export function addressOf(feed: number, port: number): string {
  return `http://127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}:${port}/${feed}.xml`
}
