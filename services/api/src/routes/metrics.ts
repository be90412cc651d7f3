import { findPageOutcomes } from '@muster/articles'
import { countFeeds } from '@muster/feeds'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { type LogProgress, readProgress } from '../check-readiness.ts'

const schema = {
  operationId: 'metrics',
  tags: ['service'],
  summary: 'Figures for a monitor',
  description:
    'How far the readers of the log are, how many events each set aside, how many partitions are ahead, how the ' +
    'feeds are, and what looks at pages came to, in the text format of Prometheus. Raise an alarm while `muster_events_set_aside` is above 0, ' +
    '`muster_log_partitions_ahead` below 2, or `muster_feeds` rises for another trouble than `none`. No key needed.',
  response: { 200: { description: 'The figures.', content: { 'text/plain': { schema: Type.String() } } } },
}

/** GET /metrics */
export function metrics(app: Api, { pool }: Context): void {
  app.get('/metrics', { config: { unlogged: true }, schema }, async (_request, reply) => {
    reply.type('text/plain; version=0.0.4')
    return toText(await readProgress(pool), await countFeeds(pool), await findPageOutcomes(pool))
  })
}

function toText(
  { head, partitionsAhead, estimates, alerts }: LogProgress,
  feeds: FeedCount[],
  looks: PageOutcome[],
): string {
  const both = (pick: (reader: LogProgress['estimates']) => number) => ({
    '{reader="estimates"}': pick(estimates),
    '{reader="alerts"}': pick(alerts),
  })
  return [
    gauge('muster_log_head', 'Position of the newest event in the log.', { '': head }),
    gauge('muster_log_partitions_ahead', 'Partitions made ahead of the head of the log.', {
      '': partitionsAhead,
    }),
    gauge(
      'muster_log_lag',
      'Events ahead of a reader of the log.',
      both(({ lag }) => lag),
    ),
    gauge(
      'muster_events_set_aside',
      'Events that a reader of the log could not apply.',
      both(({ parked }) => parked),
    ),
    gauge('muster_feeds', 'Feeds of a status and a trouble.', feedsByTrouble(feeds)),
    figure(
      'muster_page_looks_total',
      'counter',
      'What looks at pages came to, and why.',
      looksByOutcome(looks),
    ),
  ].join('')
}

type PageOutcome = Awaited<ReturnType<typeof findPageOutcomes>>[number]

const looksByOutcome = (looks: PageOutcome[]): Record<string, number> =>
  Object.fromEntries(
    looks.map(({ outcome, reason, looks }) => [`{outcome="${outcome}",reason="${reason}"}`, looks]),
  )

type FeedCount = Awaited<ReturnType<typeof countFeeds>>[number]

function feedsByTrouble(counts: FeedCount[]): Record<string, number> {
  return Object.fromEntries(
    counts.map(({ status, trouble, feeds }) => [
      `{status="${status}",trouble="${trouble ?? 'none'}"}`,
      feeds,
    ]),
  )
}

const gauge = (name: string, help: string, values: Record<string, number>): string =>
  figure(name, 'gauge', help, values)

function figure(name: string, type: string, help: string, values: Record<string, number>): string {
  const lines = Object.entries(values).map(([labels, value]) => `${name}${labels} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}
