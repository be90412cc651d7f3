import type { WrittenJudges } from '@muster/extraction/fitting'
import { answers } from './collect-examples.ts'
import type { Example } from './example.ts'
import { type Fitting, fitJudge } from './fit-judge.ts'

const usual = { trust: 2, restraint: 0.02, articles: 3, rounds: 25, rate: 0.2 }

/** How each judge is fitted: found by leaving a sixth of the articles out in turn. */
export const fittings: Record<Example['question'], Fitting> = {
  claim: { ...usual, labels: answers.claim },
  predicate: { ...usual, labels: answers.predicate, trust: 3 },
  status: { ...usual, labels: answers.status, trust: 3 },
  extent: { ...usual, labels: answers.extent },
  actor: { ...usual, labels: [], restraint: 0.05 },
  source: { ...usual, labels: [], restraint: 0.05 },
}

/** Fits the judges of all questions. */
export function fitJudges(
  examples: readonly Example[],
  calibration: WrittenJudges['calibration'],
): WrittenJudges {
  const fit = (question: Example['question']) =>
    fitJudge(
      examples.filter((example) => example.question === question),
      fittings[question],
    )
  return {
    claim: fit('claim'),
    predicate: fit('predicate'),
    status: fit('status'),
    extent: fit('extent'),
    actor: fit('actor'),
    source: fit('source'),
    calibration,
  }
}
