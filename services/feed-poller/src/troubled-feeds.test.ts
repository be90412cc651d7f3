import { addFeed } from '@muster/feeds'
import { createPool, type Pool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { troubledFeeds } from './troubled-feeds.ts'

let pool: Pool
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterAll(() => pool.end())

test('an alarm tells how many feeds are in what trouble, and none when none is', async () => {
  for (const name of ['a', 'b', 'c', 'd']) {
    await addFeed(pool, { url: `https://${name}.example/`, outlet: name }, new Date())
  }
  expect(await troubledFeeds(pool)).toBeNull()
  await pool.query(`update feeds set trouble = 'failing' where outlet in ('a', 'b')`)
  await pool.query(`update feeds set trouble = 'quiet' where outlet = 'c'`)
  await pool.query(`update feeds set trouble = 'gone', status = 'paused' where outlet = 'd'`)
  expect(await troubledFeeds(pool)).toBe(
    'feeds: 2 failing for a day, 1 quiet for longer than their history makes likely; see "muster feeds --trouble"',
  )
})
