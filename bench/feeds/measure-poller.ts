import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from '@muster/postgres'
import { usageOf } from './process-usage.ts'

/** What a poller did in some time. Times in seconds; CPU and memory are those of its process. */
export type PollerMeasures = {
  seconds: number
  polls: number
  rate: number
  cpuMs: number
  peakMb: number
  /** From when a feed was due to when its first poll was written down; half of them, 99 of 100, and the last. */
  late: [half: number, most: number, all: number]
  /** Feeds that were due and had not been polled at the end. */
  waiting: number
  outcomes: Record<string, number>
  entries: { new: number; known: number; failed: number }
}

/** Lets a poller work for some seconds on feeds whose due times are in `bench_due`, and measures what it did. */
export async function measurePoller(pool: Pool, pid: number, seconds: number): Promise<PollerMeasures> {
  const from = new Date()
  const before = usageOf(pid)
  await wait(1000 * seconds)
  const until = new Date()
  const { cpu, peakMb } = usageOf(pid)
  const { rows } = await pool.query<Pick<PollerMeasures, 'polls' | 'late' | 'entries' | 'waiting'>>(
    `with polled as (
       select p.*, extract(epoch from p.polled_at - d.due_at)::float8 as late
         from feed_polls p join bench_due d using (feed_id) where polled_at between $1 and $2)
     select count(*)::int as polls,
            (select percentile_cont(array[0.5, 0.99, 1]) within group (order by late)
               from (select min(late) as late from polled group by feed_id) first) as late,
            json_build_object('new', sum(new), 'known', sum(known), 'failed', sum(failed)) as entries,
            (select count(*)::int from bench_due d
              where due_at < $2 and not exists (select from polled p where p.feed_id = d.feed_id)) as waiting
       from polled`,
    [from, until],
  )
  const { rows: outcomes } = await pool.query<{ outcome: string; polls: number }>(
    `select outcome, count(*)::int as polls from feed_polls where polled_at between $1 and $2
      group by outcome order by polls desc`,
    [from, until],
  )
  const [sums] = rows
  if (!sums) throw new Error('nothing was polled')
  const took = (until.getTime() - from.getTime()) / 1000
  return {
    ...sums,
    ...{ seconds: took, rate: sums.polls / took, cpuMs: (1000 * (cpu - before.cpu)) / sums.polls, peakMb },
    outcomes: Object.fromEntries(outcomes.map(({ outcome, polls }) => [outcome, polls])),
  }
}

/** Makes feeds due from now on: all at once, or one after the other over a cycle of so many seconds. */
export async function makeDue(pool: Pool, cycleSeconds: number): Promise<void> {
  await pool.query('drop table if exists bench_due')
  await pool.query(
    `create table bench_due as
     select id as feed_id,
            date_trunc('milliseconds', now() + $1 * interval '1 second'
              * (row_number() over (order by md5(id::text)) - 1) / (select count(*) from feeds)) as due_at
       from feeds`,
    [cycleSeconds],
  )
  await pool.query('create unique index on bench_due (feed_id)')
  await pool.query('update feeds f set next_poll_at = due_at from bench_due d where d.feed_id = f.id')
}
