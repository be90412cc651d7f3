/** What fits the judges needs of the reading. */
export { type Cues, writeCues } from './judging/cues.ts'
export type { Choice, Decider, Question } from './judging/decider.ts'
export { readJudges } from './judging/judges.ts'
export { learnEveryWord } from './judging/learn-every-word.ts'
export { createModelDecider } from './judging/model-decider.ts'
export {
  packJudges,
  unpackJudges,
  type WrittenJudge,
  type WrittenJudges,
  type WrittenWeights,
} from './judging/pack-judges.ts'
export { toProbabilities } from './judging/to-probabilities.ts'
export type { Mention } from './mentions/mention.ts'
export { readText } from './read-text.ts'
export { type Document, readDocument } from './text/document.ts'
