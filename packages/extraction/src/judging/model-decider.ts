import type { Cues } from './cues.ts'
import type { Decider, Question, Verdict } from './decider.ts'
import { type Judge, type Judges, judges } from './judges.ts'
import { toProbabilities } from './to-probabilities.ts'
import { addWeights, sumOf } from './weights.ts'

/** Weighs the cues as fitted to annotated texts. */
export function createModelDecider({ calibration, ...judges }: Judges): Decider {
  return {
    decide: <Answer extends string>(
      question: Question,
      _mention: unknown,
      rule: Answer,
      cues: readonly Cues[],
    ) => weigh<Answer>(judges[question], rule, cues),
    choose: (question, _mention, _ids, rule, cues) => weighChoice(judges[question], rule, cues),
    confidence: (chance) => {
      const odds = Math.log(Math.max(chance, 1e-6) / Math.max(1 - chance, 1e-6))
      return Math.round(100 / (1 + Math.exp(-(calibration.slope * odds + calibration.offset)))) / 100
    },
  }
}

/** The decider with the weights of `data/judges.json`. */
export const modelDecider: Decider = createModelDecider(judges)

function weigh<Answer extends string>(judge: Judge, rule: Answer, cues: readonly Cues[]): Verdict<Answer> {
  const { labels, weights, trust, scores } = judge
  scores.fill(0)
  const own = labels.indexOf(rule)
  if (own >= 0) scores[own] = trust
  for (const list of cues) addWeights(weights, list, scores)
  toProbabilities(scores)
  const best = greatest(scores)
  return { answer: labels[best] as Answer, probability: scores[best] as number }
}

function weighChoice(
  { weights, trust }: Judge,
  rule: number,
  cues: readonly (readonly Cues[])[],
): Verdict<number> {
  const scores = new Float64Array(cues.length)
  if (rule >= 0) scores[rule] = trust
  for (let at = 0; at < cues.length; at += 1)
    for (const list of cues[at] as readonly Cues[]) scores[at] = (scores[at] as number) + sumOf(weights, list)
  toProbabilities(scores)
  const best = greatest(scores)
  return { answer: best, probability: scores[best] as number }
}

function greatest(values: Float64Array): number {
  let best = 0
  for (let at = 1; at < values.length; at += 1)
    if ((values[at] as number) > (values[best] as number)) best = at
  return best
}
