import type { Mention } from '../mentions/mention.ts'

/** Takes one cue: its kind, and the one or two words that it holds. */
export type CueVisitor = (kind: string, first: string, second?: string) => void

/** Gives the cues of a question, or of one of the answers to choose from. */
export type Cues = (visit: CueVisitor) => void

/** What is asked of a number or of a claim. */
export type Question = 'claim' | 'predicate' | 'status' | 'extent'

/** What is asked with answers of its own each time: whose they are, and who says so. */
export type Choice = 'actor' | 'source'

/** An answer with its probability, from 0 to 1. */
export type Verdict<Answer> = { answer: Answer; probability: number }

/** Answers what the rules leave in doubt; the rules' own answer is one of the grounds. */
export type Decider = {
  /** Chooses among the fixed answers to a question. */
  decide<Answer extends string>(
    question: Question,
    mention: Mention,
    rule: Answer,
    cues: Cues,
  ): Verdict<Answer>
  /** Chooses one of those who may be meant; `rule` is the place of the rules' choice among them. */
  choose(
    question: Choice,
    mention: Mention,
    ids: readonly (string | null)[],
    rule: number,
    cuesOf: (index: number) => Cues,
  ): Verdict<number>
  /** How often a claim is right whose answers are all right with a probability of `chance`; both from 0 to 1. */
  confidence(chance: number): number
}
