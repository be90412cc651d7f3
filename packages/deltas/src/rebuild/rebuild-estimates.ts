import {
  createReadAhead,
  headOfLog,
  lockCheckpoint,
  projectionPosition,
  type ReadAllRequest,
  runProjection,
} from '@muster/event-store'
import { type Db, type Pool, type Transaction, withTransaction } from '@muster/postgres'
import type { Logger } from '@muster/runtime'
import { createEstimatesProjection } from '../estimates-projection.ts'
import { projectionName } from '../projection-name.ts'
import { type Comparison, createComparison } from './comparison.ts'
import { createLastEstimates } from './last-estimates.ts'
import { RebuildLostError } from './rebuild-lost-error.ts'
import {
  analyzeRebuildTables,
  createIndex,
  createRebuildTables,
  findIndexes,
  findRebuildSchema,
  findRebuiltTopicClaims,
  forgetCheckpoint,
  releaseRebuildLock,
  removeRetiredTables,
  switchTables,
  takeOverCheckpoint,
  takeRebuildLock,
  useRebuildTables,
} from './store.ts'

/** How far a rebuild is, in positions of the log. */
export type RebuildProgress = { position: number; head: number }

/** `different` counts the deltas that are not what they were: 0 unless the rule or the reading of events changed. */
export type RebuildResult = { kind: 'rebuilt'; position: number; different: number } | { kind: 'busy' }

const NAME = `${projectionName} rebuild`
/** Each batch writes every estimate that it changes once: the larger, the fewer. */
const BATCH = 5_000

/** What the switch waits for the readers of the tables; while it waits, they wait for it. */
const LOCK_TIMEOUT_MS = 3_000
const SWITCHES = 20
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Makes articles, claims, estimates and deltas anew from the log, in tables beside those in use, and puts them in
 * their place once they have caught up. Everything keeps running; the switch takes a moment. No alert is raised
 * again: an alert belongs to its delta, whose id is the same. Only one rebuild runs at a time (`busy`).
 */
export async function rebuildEstimates(
  pool: Pool,
  logger: Logger,
  report: (progress: RebuildProgress) => void,
): Promise<RebuildResult> {
  const client = await pool.connect()
  try {
    if (!(await takeRebuildLock(client))) return { kind: 'busy' }
    // A connection that is lost holds no lock; then another rebuild may begin, and this one ends at its next step.
    return await rebuildAlone(pool, logger, report).finally(() => releaseRebuildLock(client).catch(() => {}))
  } finally {
    client.release()
  }
}

async function rebuildAlone(
  pool: Pool,
  logger: Logger,
  report: (progress: RebuildProgress) => void,
): Promise<RebuildResult> {
  const schema = await withTransaction(pool, async (tx) => {
    await forgetCheckpoint(tx, NAME)
    return createRebuildTables(tx)
  })
  const projection = rebuildProjection(pool, async (db) => {
    if ((await findRebuildSchema(db)) !== schema) throw new RebuildLostError()
  })
  const comparison = createComparison(pool, [NAME, projectionName])
  const goOn = (progress: RebuildProgress) => {
    comparison.goOn()
    report(progress)
  }
  await catchUp(pool, projection, logger, goOn)
  await withTransaction(pool, projection.settle)
  await Promise.all([comparison.finish(), createIndexes(pool)])
  await analyzeRebuildTables(pool)
  await catchUp(pool, projection, logger, goOn)
  const result = await switchOver(pool, projection, logger, comparison)
  await removeRetiredTables(pool)
  return result
}

/** `check` throws where the new tables are not ours any more: without them, those in use would be written. */
function rebuildProjection(pool: Pool, check: (db: Db) => Promise<void>) {
  const readAhead = createReadAhead(pool)
  const estimates = createLastEstimates()
  const books = { fromNothing: true, read: findRebuiltTopicClaims }
  const { apply } = createEstimatesProjection(estimates.store, books)
  return {
    name: NAME,
    reader: projectionName,
    check,
    async read(db: Db, request: ReadAllRequest) {
      await check(db)
      return readAhead(db, request)
    },
    async apply(tx: Transaction, events: Parameters<typeof apply>[1]) {
      await useRebuildTables(tx)
      await apply(tx, events)
    },
    async settle(tx: Transaction) {
      await lockCheckpoint(tx, NAME)
      await check(tx)
      await useRebuildTables(tx)
      await estimates.settle(tx)
    },
  }
}

type Rebuilding = ReturnType<typeof rebuildProjection>

/** Until what is left is less than a batch. */
async function catchUp(
  pool: Pool,
  projection: Rebuilding,
  logger: Logger,
  report: (progress: RebuildProgress) => void,
): Promise<void> {
  for (;;) {
    const { events, position } = await runProjection(pool, projection, logger, BATCH)
    report({ position, head: Math.max(position, (await headOfLog(pool)).position) })
    if (events < BATCH) return
  }
}

/** Two at a time: one that sorts leaves the disk to one that writes. */
async function createIndexes(pool: Pool): Promise<void> {
  const definitions = (await findIndexes(pool, 'other')).values()
  const createRest = async () => {
    for (const each of definitions) await withTransaction(pool, (tx) => createIndex(tx, each))
  }
  await Promise.all([createRest(), createRest()])
}

/** Tries until no reader holds a table for long. What came meanwhile is applied before each try. */
async function switchOver(
  pool: Pool,
  projection: Rebuilding,
  logger: Logger,
  comparison: Comparison,
): Promise<RebuildResult> {
  const different = await comparison.finish()
  for (let attempt = 1; ; attempt++) {
    while ((await projectionPosition(pool, NAME)) < (await projectionPosition(pool, projectionName)))
      await runProjection(pool, projection, logger, BATCH)
    try {
      const { position, isSwitched } = await switchOnce(pool, projection)
      if (isSwitched) return { kind: 'rebuilt', position, different }
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE || attempt >= SWITCHES) throw error
      logger.info({ attempt }, 'switch put off: the tables are in use')
    }
  }
}

/** Not switched when the projection in use is ahead once more. */
function switchOnce(pool: Pool, { check }: Rebuilding): Promise<{ position: number; isSwitched: boolean }> {
  return withTransaction(pool, async (tx) => {
    const live = await lockCheckpoint(tx, projectionName)
    const position = await lockCheckpoint(tx, NAME)
    await check(tx)
    if (position < live) return { position: live, isSwitched: false }
    await tx.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
    await switchTables(tx)
    await takeOverCheckpoint(tx, NAME, projectionName)
    return { position, isSwitched: true }
  })
}
