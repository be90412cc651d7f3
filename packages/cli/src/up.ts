import path from 'node:path'
import { EmbeddedPostgresError } from '@muster/postgres'
import { PrivateRedisError } from '@muster/queues'
import { ConfigurationError } from '@muster/runtime'
import { addressLines } from './address-lines.ts'
import { estimateTable } from './estimate-table.ts'
import { LauncherError } from './launcher-error.ts'
import { readEstimateRows } from './read-estimate-rows.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { type Stack, startStack } from './start-stack.ts'
import { listenForStop, type StopRequest } from './stop-request.ts'
import { ServiceStartError } from './supervise-service.ts'
import { readUpConfig, type UpConfig } from './up-config.ts'
import { waitForSamples } from './wait-for-samples.ts'

const PATIENCE = 60_000

/** The command `up`: runs the whole system here until it is told to stop, and says what it does. */
export async function up(): Promise<never> {
  const reporter = createReporter(process.stdout)
  const request = listenForStop()
  try {
    process.exit(await runUntilStopped(readUpConfig(process.env), reporter, request))
  } catch (error) {
    if (request.stop.aborted) process.exit(0)
    if (!isExpected(error)) throw error
    reporter.fail(error.message)
    process.exit(1)
  }
}

function isExpected(error: unknown): error is Error {
  const expected = [
    ConfigurationError,
    EmbeddedPostgresError,
    LauncherError,
    PrivateRedisError,
    ServiceStartError,
  ]
  return expected.some((kind) => error instanceof kind)
}

async function runUntilStopped(config: UpConfig, reporter: Reporter, request: StopRequest): Promise<number> {
  const start = await startStack(optionsFrom(config), reporter, request)
  if (start.kind === 'already-running') {
    reporter.fail(
      `Muster is already running here (started ${start.since.toLocaleString('sv')}, ${start.note})`,
    )
    return 1
  }
  const { stack } = start
  try {
    await showSamples(stack, config.MUSTER_HOME, reporter, request)
    const lost = await Promise.race([whenAborted(request.stop), stack.lost])
    if (lost !== null) reporter.fail(lost)
    return lost === null ? 0 : 1
  } finally {
    await stack.stop()
  }
}

function optionsFrom(config: UpConfig) {
  return {
    home: config.MUSTER_HOME,
    databaseUrl: config.DATABASE_URL,
    redisUrl: config.REDIS_URL,
    samples: config.MUSTER_SAMPLES === 'on',
    port: config.PORT,
    logLevel: config.LOG_LEVEL,
    outboundAllow: config.OUTBOUND_ALLOW,
  }
}

async function showSamples(
  stack: Stack,
  home: string,
  reporter: Reporter,
  request: StopRequest,
): Promise<void> {
  if (stack.samples !== null) {
    const outcome = await waitForSamples(
      stack.pool,
      { ...stack.samples, patience: PATIENCE },
      reporter,
      request.stop,
    )
    if (outcome.kind === 'through') reporter.done('the sample articles are read')
    else reporter.warn(`after ${PATIENCE / 1_000} s ${outcome.missing}; see ${path.join(home, 'logs')}`)
  }
  reporter.print(`\n${estimateTable(await readEstimateRows(stack.pool))}\n`)
  for (const line of addressLines(stack, home)) reporter.print(line)
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null))
    if (signal.aborted) resolve(null)
  })
}
