import type { ArticleInput } from '@muster/extraction'
import type { Contender } from './contender.ts'

const ROUNDS = 7
// The extractor is much code: V8 is done with it after some seconds.
const WARM_UP_ROUNDS = 8
const SLICE_MS = 600
// To ask what time was spent takes as long as a twentieth of an article.
const BATCH = 8

/** Articles a second of processor time, and of the clock, in the middle round. */
export type Rate = { cpu: number; wall: number }

/**
 * Measures how many articles each contender reads in a second. They take turns, so that a busy machine is as
 * busy for all, and each goes on in the list where its last turn ended.
 */
export function measureRates(
  contenders: readonly Contender[],
  articles: readonly ArticleInput[],
): Map<Contender, Rate> {
  const cursors = new Map(contenders.map((contender) => [contender, { at: 0 }]))
  const rates = new Map<Contender, Rate[]>(contenders.map((contender) => [contender, []]))
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
    for (const [contender, cursor] of cursors) {
      const rate = takeTurn(contender, articles, cursor)
      if (round >= WARM_UP_ROUNDS) rates.get(contender)?.push(rate)
    }
  }
  return new Map([...rates].map(([contender, measured]) => [contender, middle(measured)]))
}

function takeTurn({ read }: Contender, articles: readonly ArticleInput[], cursor: { at: number }): Rate {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  let done = 0
  let spent = 0
  while (spent < SLICE_MS) {
    for (let each = 0; each < BATCH; each += 1)
      read(articles[(cursor.at + each) % articles.length] as ArticleInput)
    cursor.at += BATCH
    done += BATCH
    const { user, system } = process.cpuUsage(cpu)
    spent = (user + system) / 1000
  }
  return { cpu: (done / spent) * 1000, wall: (done / (performance.now() - wall)) * 1000 }
}

function middle(rates: readonly Rate[]): Rate {
  const of = (pick: (rate: Rate) => number) =>
    rates.map(pick).sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0
  return { cpu: of(({ cpu }) => cpu), wall: of(({ wall }) => wall) }
}
