import { type Cues, cueHead, cueKind } from './cues.ts'
import { type PackedJudge, unpackCues, unpackWeights } from './pack-judges.ts'

/** Weights by cue, one a possible answer: a table with open addresses, for most cues that are looked up have none. */
export type Weights = {
  outputs: number
  /** Two numbers of a cue and the place of its weights, one after the other; −1 where there is none. */
  slots: Int32Array
  /** Of single precision: their sums in double precision are exact, in whatever order they are taken. */
  values: Float32Array
}

const slotLength = 3
/** Slots for each cue: with fewer the searches are longer, with more the table leaves the processor's cache. */
const leastRoom = 1.25

/** Makes packed weights quick to look up; `ids` are those of the words that cues are written with. */
export function readWeights(packed: PackedJudge, ids: Int32Array): Weights {
  const words = unpackCues(packed.cues)
  const outputs = Math.max(1, packed.labels.length)
  const room = 2 ** Math.ceil(Math.log2(leastRoom * Math.max(1, words.length / 2)))
  const slots = new Int32Array(room * slotLength).fill(-1)
  let at = 0
  for (const [name, many] of packed.kinds) {
    fillSlots(slots, cueKind(name), words.subarray(2 * at, 2 * (at + many)), ids, at * outputs, outputs)
    at += many
  }
  return { outputs, slots, values: unpackWeights(packed.weights) }
}

function fillSlots(
  slots: Int32Array,
  kind: number,
  words: Uint16Array,
  ids: Int32Array,
  firstPlace: number,
  outputs: number,
): void {
  for (let at = 0; at < words.length; at += 2) {
    const head = cueHead(kind, ids[words[at] as number] as number)
    const second = ids[words[at + 1] as number] as number
    const slot = findSlot(slots, head, second)
    slots[slot] = head
    slots[slot + 1] = second
    slots[slot + 2] = firstPlace + (at / 2) * outputs
  }
}

/** Adds the weights of all cues to the scores, one score an answer. */
export function addWeights({ slots, values, outputs }: Weights, cues: Cues, scores: Float64Array): void {
  for (let at = 0; at < cues.length; at += 2) {
    const slot = findSlot(slots, cues[at] as number, cues[at + 1] as number)
    const from = slots[slot + 2] as number
    if (from < 0) continue
    for (let answer = 0; answer < outputs; answer += 1)
      scores[answer] = (scores[answer] as number) + (values[from + answer] as number)
  }
}

/** Where a cue is, or would be. */
function findSlot(slots: Int32Array, head: number, second: number): number {
  const last = slots.length / slotLength - 1
  let hash = Math.imul(head ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1)
  hash ^= hash >>> 15
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const at = slot * slotLength
    const known = slots[at]
    if (known === -1 || (known === head && slots[at + 1] === second)) return at
  }
}
