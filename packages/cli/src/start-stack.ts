import path from 'node:path'
import { createPool, migrate, type Pool } from '@muster/postgres'
import { prepareQueues } from '@muster/queues'
import { createLogger } from '@muster/runtime'
import { chooseApiPort } from './choose-api-port.ts'
import { type Cleanup, createCleanup } from './cleanup.ts'
import { makeHome } from './make-home.ts'
import { openDatabase } from './open-database.ts'
import { openRedis } from './open-redis.ts'
import { openSamples, type Samples } from './open-samples.ts'
import { openServices } from './open-services.ts'
import { ensureOperatorKey } from './operator-key.ts'
import { openPortBook } from './port-book.ts'
import type { Reporter } from './reporter.ts'
import { serviceEnvironment } from './service-environment.ts'
import type { StopRequest } from './stop-request.ts'

export type StackOptions = {
  /** Keeps data, keys, ports and logs. */
  home: string
  databaseUrl?: string | undefined
  redisUrl?: string | undefined
  samples: boolean
  /** Where the API is wanted, unless it is taken. */
  port?: number | undefined
  logLevel: string
  outboundAllow: string
}

/** The whole system, running. */
export type Stack = {
  apiUrl: string
  operatorKey: string
  samples: Samples | null
  pool: Pool
  /** Resolves, with the reason, when the private database or Redis is gone for good; stays open otherwise. */
  lost: Promise<string>
  /** Ends the services, then Redis, then PostgreSQL. */
  stop: () => Promise<void>
}

export type StackStart =
  | { kind: 'started'; stack: Stack }
  | { kind: 'already-running'; since: Date; note: string }

/** Starts the whole system, or nothing: what was started before a failure is stopped again. */
export async function startStack(
  options: StackOptions,
  reporter: Reporter,
  request: StopRequest,
): Promise<StackStart> {
  const cleanup = createCleanup((error) => reporter.fail(String(error)))
  try {
    return await open(options, reporter, request, cleanup)
  } catch (error) {
    await cleanup.run()
    throw error
  }
}

async function open(
  options: StackOptions,
  reporter: Reporter,
  request: StopRequest,
  cleanup: Cleanup,
): Promise<StackStart> {
  const home = await makeHome(options.home)
  const database = await openDatabase(options.databaseUrl, home, reporter, cleanup)
  if (database.kind === 'busy') return { ...database, kind: 'already-running' }
  request.stop.throwIfAborted()
  const redis = await openRedis(options.redisUrl, home, reporter, cleanup)
  await prepareTables(database.url, redis.url, reporter)
  request.stop.throwIfAborted()
  const pool = openPool(database.url, cleanup)
  const operatorKey = await ensureOperatorKey(pool, path.join(home, 'operator-key'))
  const ports = await openPortBook(path.join(home, 'ports.json'))
  const samples = options.samples ? await openSamples(pool, ports, reporter, cleanup) : null
  const port = await chooseApiPort(options.port, reporter)
  const environment = serviceEnvironment(options, database.url, redis.url, port)
  await openServices({
    logs: path.join(home, 'logs'),
    environment,
    reporter,
    cleanup,
    ...request,
  })
  const apiUrl = `http://127.0.0.1:${port}`
  await database.announce(apiUrl)
  return {
    kind: 'started',
    stack: {
      ...{ apiUrl, operatorKey, samples, pool },
      lost: Promise.race([database.lost, redis.lost]),
      stop: cleanup.run,
    },
  }
}

async function prepareTables(
  databaseUrl: string,
  redisUrl: string | undefined,
  reporter: Reporter,
): Promise<void> {
  const { applied } = await migrate(databaseUrl)
  await prepareQueues({ databaseUrl, redisUrl })
  reporter.done(applied.length === 0 ? 'tables are up to date' : `${applied.length} migrations applied`)
}

function openPool(databaseUrl: string, cleanup: Cleanup): Pool {
  const pool = createPool(databaseUrl, 'up', createLogger('up', 'silent'), 2)
  cleanup.add(() => pool.end())
  return pool
}
