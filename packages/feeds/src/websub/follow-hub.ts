import { randomBytes } from 'node:crypto'
import type { Db } from '@muster/postgres'
import type { Feed } from '../feed.ts'
import type { ParsedFeed } from '../parsing/parsed-feed.ts'
import { deletePush, savePush } from './store.ts'

/** Wants to be told of a feed's news by the first hub that it names; forgets the hub of one that names none any more. */
export async function followHub(
  db: Db,
  feed: Feed,
  { hubs, self }: Pick<ParsedFeed, 'hubs' | 'self'>,
  now: Date,
): Promise<void> {
  const hub = hubs.find((each) => /^https?:/i.test(each))
  if (!hub) return deletePush(db, feed.id)
  const [token, secret] = [randomBytes(24).toString('base64url'), randomBytes(32).toString('base64url')]
  await savePush(db, { feedId: feed.id, hub, topic: self ?? feed.url, token, secret }, now)
}
