import { addCueId, countCues } from './cue-ids.ts'
import { type Cues, cueHead, cueKind } from './cues.ts'
import { type PackedJudge, unpackCues, unpackWeights } from './pack-judges.ts'

/** Weights by cue, one a possible answer. */
export type Weights = {
  outputs: number
  /** Where the weights of a cue begin, by its id; −1 where there are none. */
  places: Int32Array
  /** Of single precision: their sums in double precision are exact, in whatever order they are taken. */
  values: Float32Array
}

/** The ids of the cues of a judge, in the order of its weights; `words` are the ids of the words that cues are written with. */
export function idsOfCues({ cues, kinds }: PackedJudge, words: Int32Array): Int32Array {
  const places = unpackCues(cues)
  const ids = new Int32Array(places.length / 2)
  let at = 0
  for (const [name, many] of kinds) {
    const kind = cueKind(name)
    for (const end = at + many; at < end; at += 1) {
      const head = cueHead(kind, words[places[2 * at] as number] as number)
      ids[at] = addCueId(head, words[places[2 * at + 1] as number] as number)
    }
  }
  return ids
}

/** Makes packed weights quick to look up, once the cues of all judges have ids. */
export function readWeights(packed: PackedJudge, ids: Int32Array): Weights {
  const outputs = Math.max(1, packed.labels.length)
  const places = new Int32Array(countCues()).fill(-1)
  for (let at = 0; at < ids.length; at += 1) places[ids[at] as number] = at * outputs
  return { outputs, places, values: unpackWeights(packed.weights) }
}

/** Adds the weights of all cues to the scores, one score an answer. */
export function addWeights({ places, values, outputs }: Weights, cues: Cues, scores: Float64Array): void {
  for (let at = 0; at < cues.length; at += 1) {
    const from = places[cues[at] as number] as number
    // Cues that got an id after these weights have no place at all.
    if (!(from >= 0)) continue
    for (let answer = 0; answer < outputs; answer += 1)
      scores[answer] = (scores[answer] as number) + (values[from + answer] as number)
  }
}

/** The sum of the weights of all cues, where a cue has one. */
export function sumOf({ places, values }: Weights, cues: Cues): number {
  let sum = 0
  for (let at = 0; at < cues.length; at += 1) {
    const place = places[cues[at] as number] as number
    if (place >= 0) sum += values[place] as number
  }
  return sum
}
