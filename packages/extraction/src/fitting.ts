/** What fits the judges needs of the reading. */
export type { Choice, Cues, Decider, Question } from './judging/decider.ts'
export { readJudges, type WrittenJudge, type WrittenJudges } from './judging/judges.ts'
export { createModelDecider } from './judging/model-decider.ts'
export { toProbabilities } from './judging/to-probabilities.ts'
export type { WrittenWeights } from './judging/weights.ts'
export type { Mention } from './mentions/mention.ts'
export { readText } from './read-text.ts'
export { type Document, readDocument } from './text/document.ts'
