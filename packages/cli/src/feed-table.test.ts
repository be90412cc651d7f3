import type { Feed } from '@muster/feeds'
import { expect, test } from 'vitest'
import { feedTable } from './feed-table.ts'

const FEED: Feed = {
  id: '5a0c2f0e-9a0b-5e21-9f6b-7c1d2e3f4a5b',
  url: 'https://news.example/rss',
  title: null,
  outlet: 'News',
  status: 'active',
  statusSince: new Date('2024-10-23T08:00:00Z'),
  parkedBecause: null,
  trouble: null,
  fullText: false,
  intervalSeconds: 900,
  etag: null,
  lastModified: null,
  nextPollAt: new Date('2024-10-23T09:15:00Z'),
  lastPolledAt: new Date('2024-10-23T09:00:00Z'),
  lastOutcome: 'modified',
  lastError: null,
  consecutiveFailures: 0,
  createdAt: new Date('2024-10-23T08:00:00Z'),
  domain: 'news.example',
  pollState: {},
}

test('a feed is shown with its last outcome, its trouble and when it is due', () => {
  const lines = feedTable([
    FEED,
    { ...FEED, trouble: 'failing', lastOutcome: 'failed', lastError: 'HTTP 500' },
    { ...FEED, status: 'paused' },
  ]).split('\n')
  const cells = lines
    .filter((line) => line.includes('News'))
    .map((line) =>
      line
        .split('│')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
  expect(cells).toEqual([
    ['https://news.example/rss', 'News', 'active', '2024-10-23T09:00', 'modified', '2024-10-23T09:15', ''],
    [
      'https://news.example/rss',
      'News',
      'active, failing',
      '2024-10-23T09:00',
      'failed',
      '2024-10-23T09:15',
      'HTTP 500',
    ],
    ['https://news.example/rss', 'News', 'paused', '2024-10-23T09:00', 'modified', '', ''],
  ])
})

test('without feeds it says so', () => {
  expect(feedTable([])).toBe('There is no feed.')
})
