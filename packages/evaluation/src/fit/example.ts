import type { Choice, Question } from '@muster/extraction/fitting'

/** A cue as it is written in the file of weights: its kind, then its words parted by a tab. */
export type Cue = { kind: string; words: string }

/** One question on one article with its right answer: the answers' cues differ only when names are chosen from. */
export type Example = {
  question: Question | Choice
  article: string
  /** The place of the right answer among the labels or choices. */
  right: number
  /** The place of the rules' answer; -1 when it is none of them. */
  rule: number
  /** One list for a question with fixed answers, one a choice for names. */
  cues: Cue[][]
}
