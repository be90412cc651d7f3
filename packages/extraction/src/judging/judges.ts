import data from '../../data/judges.json' with { type: 'json' }
import { readWeights, type Weights, type WrittenWeights } from './weights.ts'

/** The answers that a judge knows, how far it trusts the rules, and the weights of the cues. */
export type Judge = { labels: readonly string[]; trust: number; weights: Weights }

/** A judge as its file writes it. */
export type WrittenJudge = { labels: readonly string[]; trust: number; weights: WrittenWeights }

/** A judge for each question; the calibration turns the chance that all answers are right into how often such claims are. */
export type Judges = Record<'claim' | 'predicate' | 'status' | 'extent' | 'actor' | 'source', Judge> & {
  calibration: { slope: number; offset: number }
}

/** The file of the judges. */
export type WrittenJudges = Record<
  'claim' | 'predicate' | 'status' | 'extent' | 'actor' | 'source',
  WrittenJudge
> & {
  calibration: { slope: number; offset: number }
}

/** Makes the judges of a file ready for use. */
export function readJudges(written: WrittenJudges): Judges {
  const read = ({ labels, trust, weights }: WrittenJudge): Judge => ({
    labels,
    trust,
    weights: readWeights(weights),
  })
  return {
    claim: read(written.claim),
    predicate: read(written.predicate),
    status: read(written.status),
    extent: read(written.extent),
    actor: read(written.actor),
    source: read(written.source),
    calibration: written.calibration,
  }
}

/** The judges that `npm run fit` has fitted. */
export const judges: Judges = readJudges(data as unknown as WrittenJudges)
