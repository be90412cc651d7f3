import data from '../../data/judges.json' with { type: 'json' }
import { addWord } from '../text/word-ids.ts'
import { forgetEntries } from '../text/word-kinds.ts'
import type { Choice, Question } from './decider.ts'
import type { PackedJudge, PackedJudges } from './pack-judges.ts'
import { readWeights, type Weights } from './weights.ts'

/** The answers that a judge knows, how far it trusts the rules, and the weights of the cues. */
export type Judge = { labels: readonly string[]; trust: number; weights: Weights }

/** A judge for each question; the calibration turns the chance that all answers are right into how often such claims are. */
export type Judges = Record<Question | Choice, Judge> & {
  calibration: { slope: number; offset: number }
}

/** Makes the judges of a file ready for use; their words get ids. */
export function readJudges(packed: PackedJudges): Judges {
  const ids = Int32Array.from(packed.words, addWord)
  forgetEntries()
  return {
    claim: readJudge(packed.claim, ids),
    predicate: readJudge(packed.predicate, ids),
    extent: readJudge(packed.extent, ids),
    actor: readJudge(packed.actor, ids),
    source: readJudge(packed.source, ids),
    status: readJudge(packed.status, ids),
    calibration: packed.calibration,
  }
}

function readJudge(packed: PackedJudge, ids: Int32Array): Judge {
  return { labels: packed.labels, trust: packed.trust, weights: readWeights(packed, ids) }
}

/** The judges that `npm run fit` has fitted. */
export const judges: Judges = readJudges(data as unknown as PackedJudges)
