import type { Mention } from '../mentions/mention.ts'
import type { Cues } from './cues.ts'

/** What is chosen among names that the text gives. */
export type Choice = 'actor' | 'source'

/** What is asked of a number or of a claim. */
export type Question = 'claim' | 'predicate' | 'status' | 'extent'

/** An answer with its probability, from 0 to 1. */
export type Verdict<Answer> = { answer: Answer; probability: number }

/** Answers what the rules leave in doubt; the rules' own answer is one of the grounds. */
export type Decider = {
  /** Chooses among the fixed answers to a question, by all the lists of cues together. */
  decide<Answer extends string>(
    question: Question,
    mention: Mention,
    rule: Answer,
    cues: readonly Cues[],
  ): Verdict<Answer>
  /** Chooses one of those that may be meant; `rule` is the place of the rules' choice among them. Lists of cues that several have in common are weighed once. */
  choose(
    question: Choice,
    mention: Mention,
    ids: readonly (string | null)[],
    rule: number,
    cues: readonly (readonly Cues[])[],
  ): Verdict<number>
  /** How often a claim is right whose answers are all right with a probability of `chance`; both from 0 to 1. */
  confidence(chance: number): number
}
