import {
  createModelDecider,
  packJudges,
  readJudges,
  readText,
  type WrittenJudges,
} from '@muster/extraction/fitting'
import { levels } from '../agreement.ts'
import type { Evaluation } from '../evaluate.ts'
import type { GoldArticle } from '../gold.ts'
import { matchClaims } from '../match-claims.ts'
import type { Example } from './example.ts'
import { fitJudges } from './fit-judges.ts'

/** A claim's chance of being right, and whether it was. */
export type Outcome = { chance: number; right: boolean }

/** Scores of articles read by judges that never saw them, and what those said of their own chances. */
export type CrossValidation = {
  levels: Record<keyof Evaluation['levels'], number>
  precision: number
  silent: string
  outcomes: Outcome[]
}

// Neighbours in a file are often of one event, in much the same words.
const neighbours = 10

const plain = { slope: 1, offset: 0 }

/** Fits on all parts but one and reads that one, for each part in turn; examples of other articles are always fitted to. */
export function crossValidate(
  articles: readonly GoldArticle[],
  examples: readonly Example[],
  folds: number,
  asked: readonly Example['question'][],
  before: WrittenJudges | null,
): CrossValidation {
  const counts = Object.fromEntries(
    levels.map((level) => [level, { pairs: 0, missed: 0, extra: 0 }]),
  ) as Record<(typeof levels)[number], { pairs: number; missed: number; extra: number }>
  const outcomes: Outcome[] = []
  let empty = 0
  let silent = 0
  for (let fold = 0; fold < folds; fold += 1) {
    const left = articles.filter((_, index) => Math.floor(index / neighbours) % folds === fold)
    const ids = new Set(left.map(({ id }) => id))
    const judges: WrittenJudges = fitJudges(
      examples.filter(({ article }) => !ids.has(article)),
      asked,
      plain,
      before,
    )
    const decider = {
      ...createModelDecider(readJudges(packJudges(judges))),
      confidence: (chance: number) => chance,
    }
    for (const article of left) {
      const predicted = readText(article, decider).readings.map(({ claim }) => claim)
      for (const level of levels) {
        const { pairs, missed, extra } = matchClaims(level, article.claims, predicted)
        counts[level].pairs += pairs.length
        counts[level].missed += missed.length
        counts[level].extra += extra.length
        if (level === 'core') {
          const right = new Set(pairs.map(([, claim]) => claim))
          outcomes.push(...predicted.map((claim) => ({ chance: claim.confidence, right: right.has(claim) })))
        }
      }
      if (article.claims.length === 0) {
        empty += 1
        if (predicted.length === 0) silent += 1
      }
    }
  }
  const f1 = ({ pairs, missed, extra }: { pairs: number; missed: number; extra: number }) =>
    (2 * pairs) / (2 * pairs + missed + extra)
  return {
    levels: { quantity: f1(counts.quantity), core: f1(counts.core), full: f1(counts.full) },
    precision: counts.core.pairs / (counts.core.pairs + counts.core.extra),
    silent: `${silent} of ${empty}`,
    outcomes,
  }
}
