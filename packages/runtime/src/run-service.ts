import { createLogger, type Logger } from './logger.ts'
import { ConfigurationError } from './parse-environment.ts'

export type RunningService = { stop(): Promise<void> }

const STOP_LIMIT_MS = 10_000

/**
 * The life of a service process: reads its configuration, starts it, tells a parent process that it is ready,
 * and stops it on SIGINT, SIGTERM or when the parent is gone. Exit code 0 after a clean stop, 1 after a
 * failure, 78 (EX_CONFIG of sysexits.h) when the configuration is wrong.
 */
export async function runService<C extends { LOG_LEVEL: string }>(
  name: string,
  readConfig: (environment: NodeJS.ProcessEnv) => C,
  start: (config: C, logger: Logger) => Promise<RunningService>,
): Promise<void> {
  if (isOrphaned()) process.exit(0)
  const config = readOrExit(name, readConfig)
  const logger = createLogger(name, config.LOG_LEVEL)
  process.on('uncaughtException', (error) => exitFailed(logger, error, 'uncaught exception'))
  process.on('unhandledRejection', (error) => exitFailed(logger, error, 'unhandled rejection'))
  // Nobody reads the log any more; without a listener the error would be an uncaught exception, told in that log.
  process.stdout.on('error', () => {})
  // A parent that dies while the service is starting leaves nothing to be stopped.
  const orphaned = () => process.exit(0)
  process.once('disconnect', orphaned)
  const service = await start(config, logger).catch((error: unknown) =>
    exitFailed(logger, error, 'start failed'),
  )
  process.off('disconnect', orphaned)
  stopOnRequest(service, logger)
  logger.info({ pid: process.pid }, 'service ready')
  // A parent that is gone by now is told by the disconnection, not by an error of this message.
  process.send?.({ kind: 'ready' }, undefined, undefined, () => {})
}

/** Whether the parent that started us was gone before we could listen for it. */
function isOrphaned(): boolean {
  return process.send !== undefined && !process.connected
}

function readOrExit<C>(name: string, readConfig: (environment: NodeJS.ProcessEnv) => C): C {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${name}: the configuration is wrong\n${error.message}\n`)
    process.exit(78)
  }
}

function stopOnRequest(service: RunningService, logger: Logger): void {
  let stopping = false
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return
    stopping = true
    setTimeout(
      () => exitFailed(logger, new Error(`not stopped within ${STOP_LIMIT_MS} ms`), 'stop failed'),
      STOP_LIMIT_MS,
    ).unref()
    await service.stop().catch((error: unknown) => exitFailed(logger, error, 'stop failed'))
    logger.info({ reason }, 'service stopped')
    process.exit(0)
  }
  process.on('SIGINT', () => void stop('SIGINT'))
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('disconnect', () => void stop('parent gone'))
}

function exitFailed(logger: Logger, error: unknown, message: string): never {
  logger.fatal({ err: error }, message)
  process.exit(1)
}
