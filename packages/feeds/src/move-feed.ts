import { append } from '@muster/event-store'
import type { Transaction } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import { feedMoved } from './events.ts'
import { domainOf } from './fetching/domain-of.ts'
import { updateFeedUrl } from './store.ts'

/** Gives a feed another address, the old one staying an alias; not where another feed has that address. */
export async function moveFeed(tx: Transaction, id: string, url: string, now: Date): Promise<void> {
  if (!(await updateFeedUrl(tx, id, url, domainOf(url).name, now))) return
  await append(tx, deterministicId('append', 'feed-moved', id, url, now.toISOString()), [
    {
      stream: `feed-${id}`,
      expected: 'any',
      events: [{ type: feedMoved, data: { feedId: id, url }, occurredAt: now }],
    },
  ])
}
