import { toProbabilities, type WrittenJudge, type WrittenWeights } from '@muster/extraction/fitting'
import { createAdam } from './adam.ts'
import type { Cue, Example } from './example.ts'

/** How a judge is fitted. */
export type Fitting = {
  labels: readonly string[]
  /** The score that the rules' answer starts with. */
  trust: number
  /** How strongly weights are held to what was learnt before, or to zero: half of what is added to the mean loss for the square of each. */
  restraint: number
  /** In how many articles a cue must stand. */
  articles: number
  rounds: number
  /** Weights fitted to other texts: what these say is one more cue, whose weight is learnt with the others. */
  before: WrittenWeights
}

/** An example in numbers: the scores that it starts with and the places of its cues, a list a choice or one for all labels. */
type Prepared = { right: number; base: Float64Array; cues: Int32Array[] }

const rate = 0.05

/**
 * Fits the weights of one judge to examples by multinomial logistic regression with an L2 penalty on what differs from
 * the weights before, all examples at each step (Adam, Kingma & Ba 2015); the same examples give the same weights.
 */
export function fitJudge(examples: readonly Example[], fitting: Fitting): WrittenJudge {
  const isChoice = fitting.labels.length === 0
  const outputs = isChoice ? 1 : fitting.labels.length
  const vocabulary = listCues(examples, fitting)
  const prepared = examples.map((example) => prepare(example, vocabulary, outputs, fitting))
  const learnt = new Float64Array(vocabulary.size * outputs + 1)
  const share = learnt.length - 1
  learnt[share] = 1
  const gradient = new Float64Array(learnt.length)
  const step = createAdam(learnt, rate)
  for (let round = 0; round < fitting.rounds; round += 1) {
    gradient.fill(0)
    for (const example of prepared) addGradient(gradient, learnt, example, outputs, isChoice)
    for (let at = 0; at < share; at += 1)
      gradient[at] = (gradient[at] as number) / prepared.length + fitting.restraint * (learnt[at] as number)
    gradient[share] = (gradient[share] as number) / prepared.length
    step(gradient)
  }
  const kept = learnt[share] as number
  return {
    labels: fitting.labels,
    trust: round(kept * fitting.trust),
    weights: writeWeights(vocabulary, learnt, outputs, kept, fitting.before),
  }
}

/** The places of all cues that are learnt: those in enough articles. */
function listCues(examples: readonly Example[], { articles: least }: Fitting): Map<string, number> {
  const seen = new Map<string, Set<string>>()
  for (const { article, cues } of examples)
    for (const cue of cues.flat()) {
      const articles = seen.get(keyOf(cue))
      if (articles) articles.add(article)
      else seen.set(keyOf(cue), new Set([article]))
    }
  const common = [...seen].filter(([, articles]) => articles.size >= least)
  return new Map(common.map(([key], at) => [key, at]))
}

const keyOf = ({ kind, words }: Cue): string => `${kind}\t${words}`

function prepare(
  { right, rule, cues }: Example,
  vocabulary: ReadonlyMap<string, number>,
  outputs: number,
  { trust, before }: Fitting,
): Prepared {
  const answers = outputs === 1 ? cues.length : outputs
  const base = new Float64Array(answers)
  if (rule >= 0) base[rule] = trust
  cues.forEach((list, choice) => {
    for (const { kind, words } of list)
      before[kind]?.[words]?.forEach((value, at) => {
        base[choice + at] = (base[choice + at] as number) + value
      })
  })
  return {
    right,
    base,
    cues: cues.map((list) => Int32Array.from(list.flatMap((cue) => vocabulary.get(keyOf(cue)) ?? []))),
  }
}

function addGradient(
  gradient: Float64Array,
  learnt: Float64Array,
  { right, base, cues }: Prepared,
  outputs: number,
  isChoice: boolean,
): void {
  const share = learnt.length - 1
  const errors = base.map((score) => score * (learnt[share] as number))
  cues.forEach((list, choice) => {
    for (const cue of list)
      for (let at = 0; at < outputs; at += 1)
        errors[choice + at] = (errors[choice + at] as number) + (learnt[cue * outputs + at] as number)
  })
  toProbabilities(errors)
  errors[right] = (errors[right] as number) - 1
  cues.forEach((list, choice) => {
    for (const cue of list)
      for (let at = 0; at < outputs; at += 1)
        gradient[cue * outputs + at] =
          (gradient[cue * outputs + at] as number) + (errors[isChoice ? choice : at] as number)
  })
  base.forEach((score, at) => {
    gradient[share] = (gradient[share] as number) + score * (errors[at] as number)
  })
}

const faint = 0.05

const round = (value: number): number => Math.round(value * 100) / 100 + 0

/** The weights before, as far as they are kept, with what was learnt; faint ones are left out. */
function writeWeights(
  vocabulary: ReadonlyMap<string, number>,
  learnt: Float64Array,
  outputs: number,
  kept: number,
  before: WrittenWeights,
): WrittenWeights {
  const written: Record<string, Record<string, number[]>> = {}
  const write = (kind: string, words: string, values: number[]) => {
    const rounded = values.map(round)
    if (rounded.every((value) => Math.abs(value) < faint)) return
    written[kind] ??= {}
    ;(written[kind] as Record<string, number[]>)[words] = rounded
  }
  for (const [kind, known] of Object.entries(before))
    for (const [words, values] of Object.entries(known))
      if (!vocabulary.has(`${kind}\t${words}`))
        write(
          kind,
          words,
          values.map((value) => value * kept),
        )
  for (const [key, place] of vocabulary) {
    const [kind = '', ...words] = key.split('\t')
    const own = before[kind]?.[words.join('\t')]
    const values = Array.from(
      { length: outputs },
      (_, at) => (learnt[place * outputs + at] as number) + kept * (own?.[at] ?? 0),
    )
    write(kind, words.join('\t'), values)
  }
  return written
}
