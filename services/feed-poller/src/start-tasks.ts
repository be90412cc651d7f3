import { askHubs, keepPollPartitions } from '@muster/feeds'
import { advisoryLocks, createLeadership, type Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import { type HttpClient, type Logger, type Repeater, repeat } from '@muster/runtime'
import type { Config } from './config.ts'
import { scheduleLooks } from './schedule-looks.ts'
import { schedulePolls } from './schedule-polls.ts'
import { tellOperator } from './tell-operator.ts'

type Dependencies = { pool: Pool; queues: Queues; http: HttpClient; logger: Logger; clock: () => Date }

const SCHEDULE_EVERY_MS = 1_000
const LEDGER_EVERY_MS = 3_600_000
const HUBS_EVERY_MS = 10_000
const TELL_EVERY_MS = 10_000

/** Starts what a poller does again and again besides polling: scheduling, keeping its ledger, asking hubs, telling. */
export function startTasks(config: Config, dependencies: Dependencies): Repeater[] {
  const { pool, queues, logger, clock } = dependencies
  return [
    repeat('schedule polls', SCHEDULE_EVERY_MS, logger, () => schedulePolls(pool, queues, clock())),
    repeat('schedule looks at pages', SCHEDULE_EVERY_MS, logger, () => scheduleLooks(pool, queues, clock())),
    repeat('keep the ledger of polls', LEDGER_EVERY_MS, logger, async () => {
      await keepPollPartitions(pool, clock())
      return 'rest'
    }),
    ...askingHubs(config, dependencies),
    ...tellingOperator(config, dependencies),
  ]
}

function askingHubs({ PUBLIC_URL: publicUrl }: Config, { clock, ...rest }: Dependencies): Repeater[] {
  if (publicUrl === undefined) return []
  const ask = () => askHubs({ ...rest, publicUrl, now: clock() })
  return [repeat('ask hubs', HUBS_EVERY_MS, rest.logger, ask)]
}

function tellingOperator(config: Config, { clock, ...rest }: Dependencies): Repeater[] {
  const { OPERATOR_WEBHOOK: url, OPERATOR_WEBHOOK_SECRET: secret, DATABASE_URL: databaseUrl } = config
  if (url === undefined) return []
  const { logger } = rest
  const lead = createLeadership({
    databaseUrl,
    name: 'feed troubles',
    lock: advisoryLocks.operatorAlerts,
    logger,
  })
  const teller = repeat('tell the operator', TELL_EVERY_MS, logger, async () =>
    (await lead.holds()) ? tellOperator({ ...rest, webhook: { url, secret }, now: clock() }) : 'rest',
  )
  return [teller, lead]
}
