import { eventually, freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, type Pool } from './create-pool.ts'
import { createLeadership } from './leadership.ts'

let url: string
let pool: Pool
beforeAll(async () => {
  url = await freshDatabase()
  pool = createPool(url, 'test', quiet)
})
afterAll(() => pool.end())

const candidate = (name: string, lock = 1) =>
  createLeadership({ databaseUrl: url, name, lock, logger: quiet })

test('of two candidates one leads until it stops, then the other', async () => {
  const [first, second] = [candidate('first'), candidate('second')]
  expect([await first.holds(), await second.holds(), await first.holds()]).toEqual([true, false, true])
  await first.stop()
  await eventually('the second leads', () => second.holds())
  const other = candidate('of another lock', 2)
  expect(await other.holds()).toBe(true)
  await Promise.all([second.stop(), other.stop()])
})

test('a leader whose connection is killed leads no longer, and another takes over', async () => {
  const [first, second] = [candidate('killed'), candidate('next')]
  expect([await first.holds(), await second.holds()]).toEqual([true, false])
  await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'muster killed leader'`,
  )
  await eventually('the next leads', () => second.holds())
  await eventually('the killed one knows', async () => !(await first.holds()))
  await Promise.all([first.stop(), second.stop()])
})
