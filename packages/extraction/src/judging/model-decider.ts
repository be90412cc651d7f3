import type { Cues, Decider, Question, Verdict } from './decider.ts'
import { type Judge, type Judges, judges } from './judges.ts'
import { toProbabilities } from './to-probabilities.ts'
import { weightsOf } from './weights.ts'

/** Weighs the cues as fitted to annotated texts. */
export function createModelDecider({ calibration, ...judges }: Judges): Decider {
  return {
    decide: <Answer extends string>(question: Question, _mention: unknown, rule: Answer, cues: Cues) =>
      weigh<Answer>(judges[question], rule, cues),
    choose: (question, _mention, ids, rule, cuesOf) =>
      weighChoice(judges[question], ids.length, rule, cuesOf),
    confidence: (chance) => {
      const odds = Math.log(Math.max(chance, 1e-6) / Math.max(1 - chance, 1e-6))
      return Math.round(100 / (1 + Math.exp(-(calibration.slope * odds + calibration.offset)))) / 100
    },
  }
}

/** The decider with the weights of `data/judges.json`. */
export const modelDecider: Decider = createModelDecider(judges)

function weigh<Answer extends string>(judge: Judge, rule: Answer, cues: Cues): Verdict<Answer> {
  const { labels, weights, trust } = judge
  const scores: number[] = labels.map(() => 0)
  const own = labels.indexOf(rule)
  if (own >= 0) scores[own] = trust
  // Cues are much work: without a weight for any of them they are not gone through.
  if (weights.size > 0)
    cues((kind, first, second) => {
      const found = weightsOf(weights, kind, first, second)
      if (found)
        for (let at = 0; at < scores.length; at += 1)
          scores[at] = (scores[at] as number) + (found[at] as number)
    })
  toProbabilities(scores)
  const best = greatest(scores)
  return { answer: labels[best] as Answer, probability: scores[best] as number }
}

function weighChoice(
  { weights, trust }: Judge,
  count: number,
  rule: number,
  cuesOf: (index: number) => Cues,
): Verdict<number> {
  const scores: number[] = []
  for (let index = 0; index < count; index += 1) {
    let score = index === rule ? trust : 0
    if (weights.size > 0)
      cuesOf(index)((kind, first, second) => {
        const found = weightsOf(weights, kind, first, second)
        if (found) score += found[0] as number
      })
    scores.push(score)
  }
  toProbabilities(scores)
  const best = greatest(scores)
  return { answer: best, probability: scores[best] as number }
}

function greatest(values: readonly number[]): number {
  let best = 0
  for (let at = 1; at < values.length; at += 1)
    if ((values[at] as number) > (values[best] as number)) best = at
  return best
}
