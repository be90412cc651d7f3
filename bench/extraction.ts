import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readGold } from '@muster/evaluation'
import { composeArticles } from './extraction/compose-articles.ts'
import { createContenders } from './extraction/create-contenders.ts'
import { measureGrowth } from './extraction/measure-growth.ts'
import { measureRates } from './extraction/measure-rates.ts'
import { measureStart } from './extraction/measure-start.ts'
import { scoreCounts } from './extraction/score-counts.ts'
import { printTable } from './print-table.ts'

const SAMPLES = fileURLToPath(new URL('../seeds/annotated.jsonl', import.meta.url))
const ARTICLES = 400
const LENGTH = 3_000

/**
 * Measures the extractor: its rate and the F1 of its quantities beside off-the-shelf recognisers of numbers, how
 * its time grows with the text, and its start. `--gold FILE` scores on articles annotated by hand instead of the
 * five samples, and measures the rate on them too.
 */
export async function benchExtraction(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { gold: { type: 'string' } } })
  const gold = await readGold(values.gold ?? SAMPLES)
  printStart()
  const contenders = createContenders()
  printRates(contenders, composeArticles(ARTICLES, LENGTH), 'composed articles', gold)
  if (values.gold) printRates(contenders, gold, values.gold, gold)
  printGrowth()
}

function printRates(
  contenders: ReturnType<typeof createContenders>,
  articles: Parameters<typeof measureRates>[1],
  name: string,
  gold: Awaited<ReturnType<typeof readGold>>,
): void {
  const mean = articles.reduce((sum, { text }) => sum + text.length, 0) / articles.length
  const rates = measureRates(contenders, articles)
  const [first] = contenders
  const ours = first ? (rates.get(first)?.cpu ?? 0) : 0
  printTable(
    `${articles.length} ${name} of ${Math.round(mean)} characters; quantities of ${gold.length} annotated articles`,
    ['', 'articles/s of CPU', 'by the clock', 'muster is faster by', 'precision', 'recall', 'F1'],
    contenders.map((contender) => {
      const { cpu, wall } = rates.get(contender) ?? { cpu: 0, wall: 0 }
      const { precision, recall, f1 } = scoreCounts(contender, gold)
      return [
        contender.name,
        cpu.toFixed(0),
        wall.toFixed(0),
        `${(ours / cpu).toFixed(1)}×`,
        ...[precision, recall, f1].map((share) => share.toFixed(3)),
      ]
    }),
  )
}

function printGrowth(): void {
  printTable(
    'time by length, milliseconds of CPU; in proportion is 100×',
    ['text', '10 KB', '1 MB', 'ratio'],
    measureGrowth().map(({ text, small, large }) => [
      text,
      small.toFixed(2),
      large.toFixed(0),
      `${(large / small).toFixed(0)}×`,
    ]),
  )
}

function printStart(): void {
  const starts = measureStart()
  const bare = starts[0] ?? { cpu: 0, wall: 0 }
  printTable(
    'start of a process, milliseconds',
    ['', 'CPU', 'clock', 'CPU over bare', 'clock over bare'],
    starts.map(({ program, cpu, wall }) => [
      program,
      cpu.toFixed(0),
      wall.toFixed(0),
      (cpu - bare.cpu).toFixed(0),
      (wall - bare.wall).toFixed(0),
    ]),
  )
}
