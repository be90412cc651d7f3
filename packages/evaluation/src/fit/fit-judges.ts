import type { WrittenJudges } from '@muster/extraction/fitting'
import { answers } from './collect-examples.ts'
import type { Example } from './example.ts'
import { type Fitting, fitJudge } from './fit-judge.ts'

const usual = { trust: 2, articles: 3, rounds: 100 }

/** How each judge is fitted: found by reading other articles than those fitted to. */
const fittings: Record<Example['question'], Omit<Fitting, 'before'>> = {
  claim: { ...usual, labels: answers.claim, trust: 3, restraint: 0.1 },
  predicate: { ...usual, labels: answers.predicate, trust: 4, restraint: 0.0008 },
  extent: { ...usual, labels: answers.extent, restraint: 0.015 },
  actor: { ...usual, labels: [], restraint: 0.006 },
  source: { ...usual, labels: [], restraint: 0.1 },
  status: { ...usual, labels: answers.status, restraint: 0.003 },
}

export const questions = Object.keys(fittings) as Example['question'][]

/**
 * Fits the judges of the questions asked for, going on from judges fitted before to other texts where there are any;
 * judges of other questions stay as they are.
 */
export function fitJudges(
  examples: readonly Example[],
  asked: readonly Example['question'][],
  calibration: WrittenJudges['calibration'],
  before: WrittenJudges | null,
): WrittenJudges {
  const fit = (question: Example['question']) => {
    if (before !== null && !asked.includes(question)) return before[question]
    return fitJudge(
      examples.filter((example) => example.question === question),
      { ...fittings[question], before: before?.[question]?.weights ?? {} },
    )
  }
  return {
    claim: fit('claim'),
    predicate: fit('predicate'),
    extent: fit('extent'),
    actor: fit('actor'),
    source: fit('source'),
    status: fit('status'),
    calibration,
  }
}
