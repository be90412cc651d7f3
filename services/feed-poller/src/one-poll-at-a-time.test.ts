import { type Feed, findPolls } from '@muster/feeds'
import { eventually } from '@muster/testing'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { schedulePolls } from './schedule-polls.ts'
import { item, openPoller, rss, sharedParser, type TestPoller } from './testing/open-poller.ts'

const LEASE_MS = 300

const parser = sharedParser()
let poller: TestPoller
let feed: Feed
/** Answers the requests that wait, by their number. */
let answers: (() => void)[]

beforeEach(async () => {
  poller = await openPoller(parser, '2024-10-23T08:00:00Z')
  answers = []
  const url = await poller.serve((_, response) => {
    answers.push(() => response.end(rss(item('1', 'One'))))
  }, 'a.example.com')
  feed = await poller.add(url)
})
afterEach(() => poller.close())
afterAll(() => parser.stop())

const poll = (leaseMs: number) =>
  poller.run({ feedId: feed.id, dueAt: feed.nextPollAt.toISOString() }, undefined, leaseMs)
const asked = (times: number) => eventually(`request ${times}`, async () => answers.length === times)
const polls = () => findPolls(poller.pool, feed.id, null, 10)

/** Passes ten times as long as a right lasts, in steps that a poller which lives can keep up with. */
async function passTenLeases(): Promise<void> {
  for (let step = 0; step < 20; step++) {
    poller.pass(LEASE_MS / 2)
    const sql = 'select until from taken_polls where until > $1'
    const later = new Date(poller.now().getTime() + LEASE_MS / 2)
    await eventually('a renewed right', async () => (await poller.pool.query(sql, [later])).rowCount === 1)
  }
}

async function queuedPolls(): Promise<number> {
  await schedulePolls(poller.pool, poller.queues, poller.now())
  const queue = poller.queues.all().find(({ name }) => name === 'feed-polls')
  return (await queue?.getJobCounts('waiting'))?.waiting ?? 0
}

test('a feed that answers slowly is asked by one poller, however long that takes', async () => {
  const first = poll(LEASE_MS)
  await asked(1)
  await passTenLeases()
  await poll(LEASE_MS)
  expect([answers.length, await queuedPolls(), (await polls()).length]).toEqual([1, 0, 0])
  answers[0]?.()
  await first
  expect(await polls()).toMatchObject([{ outcome: 'modified', new: 1 }])
  await poll(LEASE_MS)
  expect([answers.length, (await polls()).length]).toEqual([1, 1])
})

test('a feed is asked by nobody else while what came is captured, when its domain is free again', async () => {
  const client = await poller.pool.connect()
  await client.query('begin; lock table snapshots')
  const first = poll(LEASE_MS)
  await asked(1)
  answers[0]?.()
  const free = [new Date(poller.now().getTime() + 2_000)]
  const sql = 'select from feed_domains where free_at = $1'
  await eventually('the end of the request', async () => (await poller.pool.query(sql, free)).rowCount === 1)
  try {
    await passTenLeases()
    await poll(LEASE_MS)
    expect([answers.length, await queuedPolls()]).toEqual([1, 0])
  } finally {
    await client.query('commit')
    client.release()
    await first
  }
  expect(await polls()).toMatchObject([{ outcome: 'modified', new: 1 }])
})

test('of a poller that was away for longer than its right lasts nothing is written down', async () => {
  const lost = poll(60_000)
  await asked(1)
  poller.pass(60_000)
  const next = poll(60_000)
  await asked(2)
  answers[1]?.()
  await next
  const before = await polls()
  answers[0]?.()
  await lost
  expect(before).toMatchObject([{ outcome: 'modified', new: 1 }])
  expect(await polls()).toEqual(before)
})

test('a poll that could not be written down is made again after the shortest pause', async () => {
  await poller.pool.query('alter table feed_days rename to days_away')
  const broken = poll(LEASE_MS)
  await asked(1)
  answers[0]?.()
  await expect(broken).rejects.toThrow('feed_days')
  await poller.pool.query('alter table days_away rename to feed_days')
  const again = poller.pollWhenDue(feed)
  await asked(2)
  expect(poller.now()).toEqual(new Date('2024-10-23T08:05:00Z'))
  answers[1]?.()
  await again
  expect(await polls()).toMatchObject([{ outcome: 'modified', known: 1 }])
})

test('a poll whose feed could not be read lets go of its right', async () => {
  await poller.pool.query('alter table feeds rename column full_text to full_text_away')
  await expect(poll(LEASE_MS)).rejects.toThrow('full_text')
  await poller.pool.query('alter table feeds rename column full_text_away to full_text')
  expect((await poller.pool.query('select from taken_polls')).rowCount).toBe(0)
})
