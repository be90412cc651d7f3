import { parseArgs } from 'node:util'
import { openScratchDatabase } from './event-store/open-scratch-database.ts'
import { fillPrints } from './near-duplicates/fill-prints.ts'
import { judgeCopies } from './near-duplicates/judge-copies.ts'
import { measureCaptures } from './near-duplicates/measure-captures.ts'
import { printTable } from './print-table.ts'

const FIRST_SIZE = 10_000
const STEP = 10

/**
 * Measures how copies of articles are known: of `--texts` made-up reports how many of their copies, cut and edited in
 * each of thirteen ways, go to the right report, and how many rewrites to none; then what a capture costs with its
 * look-up as the articles of a month grow to `--articles`.
 */
export async function benchNearDuplicates(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      texts: { type: 'string', default: '100' },
      articles: { type: 'string', default: '100000' },
    },
  })
  const database = await openScratchDatabase(['max_wal_size=4GB'])
  printTable(
    `copies and rewrites of ${values.texts} made-up reports`,
    ['', 'of the right report', 'of its own', 'of another'],
    await judgeCopies(database.pool, Number(values.texts)),
  )
  const rows: string[][] = []
  for (let size = FIRST_SIZE; size <= Number(values.articles); size *= STEP) {
    await fillPrints(database.pool, size)
    const measures = await measureCaptures(database.pool, size)
    rows.push([size.toLocaleString('en'), ...measures])
    process.stderr.write(`${size} articles measured\n`)
  }
  printTable(
    'a capture as articles grow, ms; captures/s of 8 at once',
    [
      ...['articles', 'without look-up', 'with look-up', 'slowest of 100'],
      ...['captures/s', 'without look-up', 'by documents of 25'],
    ],
    rows,
  )
  await database.close()
}
