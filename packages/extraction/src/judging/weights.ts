import type { Cues } from './cues.ts'

/** Weights by kind of cue, first and second word; one a possible answer. */
export type Weights = Map<string, Map<string, Map<string, Float32Array>>>

/** Weights as written in a file: by kind, then by the words, two of them parted by a tab. */
export type WrittenWeights = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** Makes written weights quick to look up without joining words. */
export function readWeights(written: WrittenWeights): Weights {
  const weights: Weights = new Map()
  for (const [kind, words] of Object.entries(written)) {
    const entries = new Map<string, Map<string, Float32Array>>()
    weights.set(kind, entries)
    for (const [key, values] of Object.entries(words)) {
      const [first = '', second = ''] = key.split('\t')
      const pairs = entries.get(first) ?? new Map<string, Float32Array>()
      entries.set(first, pairs)
      pairs.set(second, Float32Array.from(values))
    }
  }
  return weights
}

/** Adds the weights of all cues to the scores, one score an answer. */
export function addWeights(weights: Weights, cues: Cues, scores: Float64Array): void {
  for (let at = 0; at < cues.length; at += 3) {
    const found = weights
      .get(cues[at] as string)
      ?.get(cues[at + 1] as string)
      ?.get(cues[at + 2] as string)
    if (found === undefined) continue
    for (let answer = 0; answer < scores.length; answer += 1)
      scores[answer] = (scores[answer] as number) + (found[answer] as number)
  }
}
