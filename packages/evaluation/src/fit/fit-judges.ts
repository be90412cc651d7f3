import type { WrittenJudges } from '@muster/extraction/fitting'
import { answers } from './collect-examples.ts'
import type { Example } from './example.ts'
import { type Fitting, fitJudge } from './fit-judge.ts'

const usual = { trust: 2, restraint: 0.02, articles: 3, rounds: 12, rate: 0.1 }

/** How each judge is fitted: found by leaving a sixth of the articles out in turn. */
export const fittings: Record<Example['question'], Omit<Fitting, 'before'>> = {
  claim: { ...usual, labels: answers.claim, trust: 3 },
  predicate: { ...usual, labels: answers.predicate, trust: 4 },
  extent: { ...usual, labels: answers.extent },
  actor: { ...usual, labels: [] },
  source: { ...usual, labels: [] },
  status: { ...usual, labels: answers.status },
}

/** Fits the judges of all questions, going on from judges fitted before to other texts where there are any. */
export function fitJudges(
  examples: readonly Example[],
  calibration: WrittenJudges['calibration'],
  before: WrittenJudges | null,
): WrittenJudges {
  const fit = (question: Example['question']) =>
    fitJudge(
      examples.filter((example) => example.question === question),
      { ...fittings[question], before: before?.[question]?.weights ?? {} },
    )
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
