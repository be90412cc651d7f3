import { toProbabilities, type WrittenJudge, type WrittenWeights } from '@muster/extraction/fitting'
import type { Cue, Example } from './example.ts'

/** How a judge is fitted. */
export type Fitting = {
  labels: readonly string[]
  /** The score that the rules' answer starts with. */
  trust: number
  /** How strongly weights are held near zero. */
  restraint: number
  /** In how many articles a cue must stand. */
  articles: number
  rounds: number
  rate: number
  /** Weights fitted to other texts: these are begun with and held near, instead of near zero. */
  before: WrittenWeights
}

type Weight = { values: Float64Array; before: Float64Array; squares: Float64Array; cue: Cue }
type Prepared = { right: number; rule: number; cues: Weight[][] }

/** Fits the weights of one judge to examples by multinomial logistic regression (AdaGrad, Duchi et al. 2011); the same examples give the same weights. */
export function fitJudge(examples: readonly Example[], fitting: Fitting): WrittenJudge {
  const isChoice = fitting.labels.length === 0
  const outputs = isChoice ? 1 : fitting.labels.length
  const weights = createWeights(examples, outputs, fitting)
  const prepared = examples.map(
    ({ right, rule, cues }): Prepared => ({
      right,
      rule,
      cues: cues.map((list) => list.flatMap((cue) => weights.get(`${cue.kind}\t${cue.words}`) ?? [])),
    }),
  )
  const random = createRandom()
  for (let round = 0; round < fitting.rounds; round += 1) {
    shuffle(prepared, random)
    for (const example of prepared) {
      if (isChoice) learnChoice(example, fitting)
      else learnLabel(example, outputs, fitting)
    }
  }
  return { labels: fitting.labels, trust: fitting.trust, weights: writeWeights(weights.values()) }
}

function createWeights(
  examples: readonly Example[],
  outputs: number,
  { articles: least, before }: Fitting,
): Map<string, Weight> {
  const seen = new Map<string, { cue: Cue; articles: Set<string> }>()
  for (const { article, cues } of examples)
    for (const cue of cues.flat()) {
      const key = `${cue.kind}\t${cue.words}`
      const known = seen.get(key)
      if (known) known.articles.add(article)
      else seen.set(key, { cue, articles: new Set([article]) })
    }
  const weights = new Map<string, Weight>()
  for (const [kind, words] of Object.entries(before))
    for (const [key, values] of Object.entries(words))
      weights.set(`${kind}\t${key}`, createWeight({ kind, words: key }, values))
  for (const [key, { cue, articles }] of seen)
    if (articles.size >= least && !weights.has(key))
      weights.set(key, createWeight(cue, new Float64Array(outputs)))
  return weights
}

function createWeight(cue: Cue, before: ArrayLike<number>): Weight {
  return {
    cue,
    values: Float64Array.from(before),
    before: Float64Array.from(before),
    squares: new Float64Array(before.length),
  }
}

function learnLabel({ right, rule, cues }: Prepared, outputs: number, fitting: Fitting): void {
  const scores = new Float64Array(outputs)
  if (rule >= 0) scores[rule] = fitting.trust
  const [own = []] = cues
  for (const { values } of own)
    for (let at = 0; at < outputs; at += 1) scores[at] = (scores[at] as number) + (values[at] as number)
  toProbabilities(scores)
  for (const weight of own)
    for (let at = 0; at < outputs; at += 1)
      step(weight, at, (scores[at] as number) - (at === right ? 1 : 0), fitting)
}

function learnChoice({ right, rule, cues }: Prepared, fitting: Fitting): void {
  const scores = Float64Array.from(cues, (list, index) =>
    list.reduce((sum, { values }) => sum + (values[0] as number), index === rule ? fitting.trust : 0),
  )
  toProbabilities(scores)
  cues.forEach((list, index) => {
    const error = (scores[index] as number) - (index === right ? 1 : 0)
    for (const weight of list) step(weight, 0, error, fitting)
  })
}

function step(weight: Weight, at: number, error: number, { restraint, rate }: Fitting): void {
  const { values, before, squares } = weight
  const value = values[at] as number
  const gradient = error + restraint * (value - (before[at] as number))
  const square = (squares[at] as number) + gradient * gradient
  squares[at] = square
  values[at] = value - (rate * gradient) / Math.sqrt(1e-4 + square)
}

/** A linear congruential generator: fitting must not depend on the moment. */
function createRandom(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const item = items[last] as Item
    items[last] = items[other] as Item
    items[other] = item
  }
}

const faint = 0.05

function writeWeights(weights: Iterable<Weight>): WrittenWeights {
  const written: Record<string, Record<string, number[]>> = {}
  for (const { cue, values } of weights) {
    const rounded = [...values].map((value) => Math.round(value * 100) / 100 + 0)
    if (rounded.every((value) => Math.abs(value) < faint)) continue
    written[cue.kind] ??= {}
    ;(written[cue.kind] as Record<string, number[]>)[cue.words] = rounded
  }
  return written
}
