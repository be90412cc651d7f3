import { findParkedEvents, type ParkedEvent } from '@muster/event-store'
import { connectDatabase, type Pool } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'
import { parkedTable } from './parked-table.ts'
import { type Retried, retryParked } from './retry-parked.ts'

type RetryOptions = { all?: boolean; reader?: string; json?: boolean }

/** The command `events list`: what readers of the log set aside, with the reasons. */
export async function listEvents({ json }: { json?: boolean }): Promise<void> {
  const parked = await withDatabase(findParkedEvents)
  process.stdout.write(json ? `${JSON.stringify(parked, null, 2)}\n` : `${parkedTable(parked)}\n`)
}

/** The command `events retry`: takes events up again that were set aside. Exit code 1 when one of them is not. */
export async function retryEvents(positions: string[], options: RetryOptions): Promise<void> {
  const { retried, absent } = await withDatabase(async (pool) => {
    const parked = wanted(await findParkedEvents(pool), positions, options)
    const absent = positions.filter((each) => !parked.some(({ position }) => String(position) === each))
    return { retried: await retryParked(pool, parked, new Date()), absent }
  })
  process.stdout.write(options.json ? `${JSON.stringify(retried, null, 2)}\n` : retried.map(line).join(''))
  for (const position of absent) process.stderr.write(`event ${position} is not set aside\n`)
  if (absent.length > 0) process.exitCode = 1
  if (positions.length === 0 && !options.all) {
    process.stderr.write('name the events by their positions, or --all\n')
    process.exitCode = 1
  }
}

function wanted(parked: ParkedEvent[], positions: string[], { all, reader }: RetryOptions): ParkedEvent[] {
  return parked.filter(
    (each) => (all || positions.includes(String(each.position))) && (!reader || each.reader === reader),
  )
}

function line({ reader, position, outcome }: Retried): string {
  const told = `event ${position}, set aside by ${reader}: `
  switch (outcome.kind) {
    case 'taken-up':
      return `${told}taken up again as event ${outcome.position}\n`
    case 'under-way':
      return `${told}was taken up already as event ${outcome.position}, which ${reader} has not come to\n`
    case 'told':
      return `${told}told of again, ${outcome.alerts} new alerts\n`
    case 'set-aside-again':
      return `${told}set aside again: ${outcome.reason}\n`
    case 'not-set-aside':
      return `${told}no longer set aside\n`
    default:
      return outcome satisfies never
  }
}

async function withDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'events', createLogger('events', 'silent'))
  return work(pool).finally(() => pool.end())
}
