import { append } from '@muster/event-store'
import { type Pool, withTransaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { feedAdded, feedFullTextSet } from './events.ts'
import type { Feed } from './feed.ts'
import { domainOf } from './fetching/domain-of.ts'
import { findFeedByUrl, insertFeed } from './store.ts'

/** A feed to be read. `outlet` names who publishes it; `id` is given only where the address may change. */
export type NewFeed = {
  id?: string
  url: string
  outlet: string
  title?: string | null
  intervalSeconds?: number
  fullText?: boolean
}

const QUARTER_OF_AN_HOUR = 900

/** Adds a feed and makes it due at once. A feed that has or had that address is answered as it is. */
export async function addFeed(pool: Pool, feed: NewFeed, now: Date): Promise<{ feed: Feed; added: boolean }> {
  const id = feed.id ?? deterministicId('feed', feed.url)
  return withTransaction(pool, async (tx) => {
    const row = {
      title: null,
      fullText: false,
      intervalSeconds: QUARTER_OF_AN_HOUR,
      ...feed,
      id,
      nextPollAt: now,
      domain: domainOf(feed.url).name,
    }
    const added = await insertFeed(tx, row)
    const stored = await findFeedByUrl(tx, feed.url)
    if (!stored) throw new Error(`feed ${id} has another address than ${feed.url}`)
    if (added) {
      const data = { feedId: id, url: feed.url, outlet: feed.outlet }
      const allowed = { type: feedFullTextSet, data: { feedId: id, fullText: true }, occurredAt: now }
      const events = [{ type: feedAdded, data, occurredAt: now }, ...(row.fullText ? [allowed] : [])]
      await append(tx, deterministicId('append', 'feed-added', id), [
        { stream: `feed-${id}`, expected: 'none', events },
      ])
    }
    return { feed: stored, added }
  })
}
