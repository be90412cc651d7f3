import { parseArgs } from 'node:util'
import { bareInsert } from './event-store/bare-insert.ts'
import { createBareTable } from './event-store/bare-rows.ts'
import { composeEvents } from './event-store/compose-events.ts'
import type { Contender } from './event-store/contender.ts'
import { copyRows } from './event-store/copy-rows.ts'
import { emmett } from './event-store/emmett.ts'
import { measureRates } from './event-store/measure-rates.ts'
import { muster, musterUnmerged } from './event-store/muster.ts'
import { openScratchDatabase } from './event-store/open-scratch-database.ts'
import { printTable } from './print-table.ts'

const LOADS = [
  { clients: 1, batch: 100 },
  { clients: 8, batch: 100 },
  { clients: 32, batch: 1 },
]
const MOST_CLIENTS = 32

/**
 * Measures appends beside a bare INSERT of the same rows, COPY, and Emmett's store, on an embedded PostgreSQL with
 * its usual durability: events a second, medians of `--rounds` rounds of `--seconds` in which all take turns.
 */
export async function benchEventStore(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } },
  })
  const database = await openScratchDatabase()
  await createBareTable(database.pool)
  const bare = bareInsert(database.pool)
  const contenders = [
    bare,
    copyRows(database.pool),
    muster(database.pool),
    musterUnmerged(database.url, MOST_CLIENTS),
    await emmett(database.url),
  ]
  const rounds = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
  for (const load of LOADS) await printLoad(contenders, bare, { ...load, ...rounds })
  for (const contender of contenders) await contender.close?.()
  await database.close()
}

async function printLoad(
  contenders: Contender[],
  bare: Contender,
  load: Parameters<typeof measureRates>[2],
): Promise<void> {
  const rates = await measureRates(contenders, composeEvents('bench', load.batch), load)
  const ofBare = (rate: number) => `${Math.round((100 * rate) / (rates.get(bare) ?? rate))} %`
  printTable(
    `${load.clients} clients, ${load.batch} events an append`,
    ['', 'events/s', 'of bare INSERT'],
    contenders.map((contender) => {
      const rate = rates.get(contender) ?? 0
      return [contender.name, rate.toFixed(0), ofBare(rate)]
    }),
  )
}
