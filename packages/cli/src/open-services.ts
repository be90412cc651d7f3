import path from 'node:path'
import type { Cleanup } from './cleanup.ts'
import type { Reporter } from './reporter.ts'
import { openServiceLog, type ServiceLog } from './service-log.ts'
import { type Service, superviseService } from './supervise-service.ts'

const SERVICES = ['api', 'feed-poller', 'extraction-worker', 'projector']

export type ServicesOptions = {
  logs: string
  environment: NodeJS.ProcessEnv
  reporter: Reporter
  cleanup: Cleanup
  /** Stops the wait for the services. */
  stop: AbortSignal
  /** Makes their end quick. */
  force: AbortSignal
}

/** Starts the four services and waits until all of them serve. */
export async function openServices(options: ServicesOptions): Promise<void> {
  const { reporter, cleanup, environment, stop, force } = options
  const logs = await Promise.all(SERVICES.map((name) => openLog(name, options)))
  const services = logs.map(({ name, log }) =>
    superviseService({ name, entry: `services/${name}/src/main.ts`, environment, log }, reporter),
  )
  cleanup.add(async () => {
    await Promise.all(services.map((service) => service.stop(force)))
    reporter.done('services stopped')
  })
  await Promise.race([allReady(services, reporter), aborted(stop)])
  reporter.done(`services ${SERVICES.join(', ')}`)
}

async function openLog(name: string, options: ServicesOptions): Promise<{ name: string; log: ServiceLog }> {
  const { reporter, cleanup } = options
  const onWarning = (text: string) => reporter.warn(`${name}: ${text}`)
  const log = await openServiceLog(path.join(options.logs, `${name}.log`), onWarning)
  cleanup.add(log.close)
  return { name, log }
}

// Their programs are compiled at the first start, which takes long enough to wonder.
async function allReady(services: Service[], reporter: Reporter): Promise<void> {
  let ready = 0
  const show = () => reporter.progress(`services ${ready}/${services.length} ready`)
  show()
  await Promise.all(
    services.map(async (service) => {
      await service.ready
      ready += 1
      show()
    }),
  )
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    if (signal.aborted) reject(signal.reason)
  })
}
