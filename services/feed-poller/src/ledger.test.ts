import { findCoverage, findPolls, keepPollPartitions, setFeedStatus } from '@muster/feeds'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'

const parser = sharedParser()
let poller: TestPoller
beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T08:00:00Z')
})
afterEach(() => poller.close())
afterAll(() => parser.stop())

test('every entry of every poll is counted once, and each that gave nothing has its reason', async () => {
  const documents = [
    rss(item('1', 'One'), item('2', 'Two'), item('empty', '')),
    rss(item('1', 'One, corrected'), item('2', 'Two'), item('3', 'Three')),
  ]
  const url = await poller.serve((_, response) => response.end(documents.shift() ?? ''))
  let feed = await poller.poll(await poller.add(url))
  await poller.pool.query(`alter table snapshots add constraint full_up check (text <> 'Three')`)
  feed = await poller.pollWhenDue(feed)
  feed = await poller.pollWhenDue(feed)
  const polls = await findPolls(poller.pool, feed.id, null, 10)
  expect(polls).toMatchObject([
    { outcome: 'failed', reason: 'not-a-feed', httpStatus: 200, fetched: 0, drops: [] },
    {
      ...{ outcome: 'modified', reason: null, detail: '1 entries could not be captured', httpStatus: 200 },
      ...{ fetched: 3, new: 0, known: 1, changed: 1, filtered: 0, failed: 1 },
      drops: [{ entryId: '3', reason: 'not-stored' }],
    },
    {
      ...{
        outcome: 'modified',
        detail: null,
        fetched: 3,
        new: 2,
        known: 0,
        changed: 0,
        filtered: 1,
        failed: 0,
      },
      drops: [{ entryId: 'empty', reason: 'no-text' }],
      polledAt: new Date('2024-10-23T08:00:00Z'),
    },
  ])
  expect(polls[0]?.nextPollAt).toEqual(feed.nextPollAt)
})

test('an entry that a document lists twice is new once', async () => {
  const document = rss(item('1', 'One'), item('1', 'One'), item('2', 'Two'))
  const feed = await poller.poll(
    await poller.add(await poller.serve((_, response) => response.end(document))),
  )
  expect(await findPolls(poller.pool, feed.id, null, 1)).toMatchObject([{ fetched: 3, new: 2, known: 1 }])
})

test('a poll whose numbers do not add up is refused by the database', async () => {
  const wrong = poller.pool.query(
    `insert into feed_polls (feed_id, polled_at, outcome, fetched, new, known, next_poll_at)
     values ('00000000-0000-4000-8000-000000000000', now(), 'modified', 3, 1, 1, now())`,
  )
  await expect(wrong).rejects.toThrow(/check constraint/)
})

test('a day tells feeds that were quiet, broken, parked, paused and not due apart', async () => {
  const good = await poller.serve((_, response) => response.end(rss(item('1', 'One'))))
  const quiet = await poller.serve((_, response) => response.end(rss()))
  const broken = await poller.serve((_, response) => response.writeHead(500).end())
  const throttled = await poller.serve((_, response) => response.writeHead(429).end())
  const gone = await poller.serve((_, response) => response.writeHead(410).end())
  for (const url of [good, quiet, broken, throttled]) await poller.poll(await poller.add(url))
  await poller.pollWhenDue(await poller.poll(await poller.add(gone)))
  await poller.add('https://example.com/not-due')
  const paused = await poller.add('https://example.com/paused')
  await setFeedStatus(poller.pool, paused.id, 'paused', poller.now())
  const [today, ...before] = await findCoverage(poller.pool, '2024-10-23', 5)
  expect(before).toEqual([])
  expect(today).toEqual({
    day: '2024-10-23',
    feeds: { reporting: 1, quiet: 1, broken: 2, parked: 1, paused: 1, notDue: 1 },
    polls: { answered: 2, throttled: 1, broken: 3 },
    entries: { fetched: 1, new: 1, known: 0, changed: 0, filtered: 0, failed: 0 },
  })
  const [tomorrow] = await findCoverage(poller.pool, '2024-10-24', 5)
  expect(tomorrow?.feeds).toEqual({ reporting: 0, quiet: 0, broken: 0, parked: 1, paused: 1, notDue: 5 })
})

test('a day on which entries could not be stored and none was new is broken, not quiet', async () => {
  const url = await poller.serve((_, response) => response.end(rss(item('1', 'One'), item('2', 'Two'))))
  await poller.pool.query(`alter table snapshots add constraint full_up check (text not in ('One', 'Two'))`)
  await poller.poll(await poller.add(url))
  const [today] = await findCoverage(poller.pool, '2024-10-23', 1)
  expect(today).toEqual({
    day: '2024-10-23',
    feeds: { reporting: 0, quiet: 0, broken: 1, parked: 0, paused: 0, notDue: 0 },
    polls: { answered: 1, throttled: 0, broken: 0 },
    entries: { fetched: 2, new: 0, known: 0, changed: 0, filtered: 0, failed: 2 },
  })
})

test('polls are kept for 30 days, in partitions of a day', async () => {
  const url = await poller.serve((_, response) => response.end(rss(item('1', 'One'))))
  const feed = await poller.add(url)
  const polls = async () => (await findPolls(poller.pool, feed.id, null, 10)).length
  const partitions = async () =>
    (await poller.pool.query(`select from pg_class where relname ~ '^feed_polls_\\d'`)).rowCount
  await poller.pool.query(
    `do $$ declare part text; begin
       for part in select relname from pg_class where relname ~ '^feed_polls_\\d' and relkind = 'r' loop
         execute 'drop table ' || part; end loop; end $$`,
  )
  await poller.poll(feed)
  await keepPollPartitions(poller.pool, poller.now())
  poller.pass(24 * 3_600_000)
  await keepPollPartitions(poller.pool, poller.now())
  await poller.poll(feed)
  expect(await polls()).toBe(2)
  poller.pass(30 * 24 * 3_600_000)
  await keepPollPartitions(poller.pool, poller.now())
  expect(await polls()).toBe(1)
  poller.pass(24 * 3_600_000)
  await keepPollPartitions(poller.pool, poller.now())
  expect(await polls()).toBe(0)
  expect(await partitions()).toBeGreaterThan(0)
})
