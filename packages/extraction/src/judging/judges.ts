import data from '../../data/judges.json' with { type: 'json' }
import type { Choice, Question } from './decider.ts'
import { readWeights, type Weights, type WrittenWeights } from './weights.ts'

/** The answers that a judge knows, how far it trusts the rules, and the weights of the cues. */
export type Judge = { labels: readonly string[]; trust: number; weights: Weights }

/** A judge as its file writes it. */
export type WrittenJudge = { labels: readonly string[]; trust: number; weights: WrittenWeights }

/** A judge for each question; the calibration turns the chance that all answers are right into how often such claims are. */
export type Judges = Record<Question | Choice, Judge> & {
  calibration: { slope: number; offset: number }
}

/** The file of the judges. */
export type WrittenJudges = Record<Question | Choice, WrittenJudge> & {
  calibration: { slope: number; offset: number }
}

/** Makes the judges of a file ready for use. */
export function readJudges(written: WrittenJudges): Judges {
  return {
    claim: readJudge(written.claim),
    predicate: readJudge(written.predicate),
    extent: readJudge(written.extent),
    actor: readJudge(written.actor),
    source: readJudge(written.source),
    status: readJudge(written.status),
    calibration: written.calibration,
  }
}

function readJudge({ labels, trust, weights }: WrittenJudge): Judge {
  return { labels, trust, weights: readWeights(weights) }
}

/** The judges that `npm run fit` has fitted. */
export const judges: Judges = readJudges(data as unknown as WrittenJudges)
