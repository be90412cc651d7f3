import type { Feed } from '@muster/feeds'
import Table from 'cli-table3'

const LONGEST = 60

/** Writes feeds and how their last polls went as a table. */
export function feedTable(feeds: Feed[]): string {
  if (feeds.length === 0) return 'There is no feed.'
  const table = new Table({
    head: ['feed', 'outlet', 'status', 'last poll', 'outcome', 'next poll', 'error'],
    style: { head: [], border: [], compact: true },
  })
  table.push(...feeds.map(toCells))
  return table.toString()
}

function toCells(feed: Feed): string[] {
  const status = feed.trouble ? `${feed.status}, ${feed.trouble}` : feed.status
  return [
    ...[short(feed.url), feed.outlet, status, minute(feed.lastPolledAt), feed.lastOutcome ?? ''],
    ...[feed.status === 'paused' ? '' : minute(feed.nextPollAt), short(feed.lastError ?? '')],
  ]
}

const minute = (at: Date | null): string => at?.toISOString().slice(0, 16) ?? ''

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
