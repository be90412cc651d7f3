import { type RebuildProgress, rebuildEstimates } from '@muster/deltas'
import { connectDatabase } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'

const { DATABASE_URL } = serviceSettings

/** The command `rebuild`: makes estimates and deltas anew from the log, beside the running system. */
export async function rebuild(): Promise<void> {
  const config = parseEnvironment({ DATABASE_URL }, process.env)
  const logger = createLogger('rebuild', 'warn')
  const pool = await connectDatabase(config.DATABASE_URL, 'rebuild', logger)
  try {
    const result = await rebuildEstimates(pool, logger, progressTeller(Date.now()))
    process.stdout.write(result.kind === 'busy' ? BUSY : done(result))
    if (result.kind === 'busy') process.exitCode = 1
  } finally {
    await pool.end()
  }
}

const BUSY = 'Another rebuild is under way; wait for it to end.\n'

function done({ position, different }: { position: number; different: number }): string {
  const told = different === 0 ? 'every delta is as it was' : `${different} deltas are not as they were`
  return `Rebuilt up to event ${position}: ${told}.\n`
}

function progressTeller(startedAt: number) {
  let told: number | null = null
  return ({ position, head }: RebuildProgress): void => {
    if (position === told) return
    told = position
    const seconds = Math.max(0.001, (Date.now() - startedAt) / 1000)
    const rate = position / seconds
    const left = rate > 0 ? Math.ceil((head - position) / rate) : 0
    process.stdout.write(
      `${position} of ${head} events, ${Math.round(rate)} a second, about ${left} s left\n`,
    )
  }
}
