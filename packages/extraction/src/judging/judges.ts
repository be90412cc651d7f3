import data from '../../data/judges.json' with { type: 'json' }
import { addWord } from '../text/word-ids.ts'
import { forgetEntries } from '../text/word-kinds.ts'
import type { Choice, Question } from './decider.ts'
import { byQuestion, type PackedJudge, type PackedJudges } from './pack-judges.ts'
import { idsOfCues, readWeights, type Weights } from './weights.ts'

/** The answers that a judge knows, how far it trusts the rules, and the weights of the cues. */
export type Judge = {
  labels: readonly string[]
  trust: number
  weights: Weights
  /** Taken anew for each question: V8 keeps an array of more than eight such numbers apart from its heap. */
  scores: Float64Array
}

/** A judge for each question; the calibration turns the chance that all answers are right into how often such claims are. */
export type Judges = Record<Question | Choice, Judge> & {
  calibration: { slope: number; offset: number }
}

/** Makes the judges of a file ready for use; their words and cues get ids. */
export function readJudges(packed: PackedJudges): Judges {
  const words = Int32Array.from(packed.words, addWord)
  forgetEntries()
  const cues = byQuestion((question) => idsOfCues(packed[question], words))
  const judges = byQuestion((question) => readJudge(packed[question], cues[question]))
  return { ...judges, calibration: packed.calibration }
}

function readJudge(packed: PackedJudge, cues: Int32Array): Judge {
  const { labels, trust } = packed
  return { labels, trust, weights: readWeights(packed, cues), scores: new Float64Array(labels.length) }
}

/** The judges that `npm run fit` has fitted. */
export const judges: Judges = readJudges(data as unknown as PackedJudges)
