/** Weights by kind of cue and by its words; one a possible answer. */
export type Weights = Map<string, Map<string, Entry>>
type Entry = { alone: Float32Array | null; pairs: Map<string, Float32Array> | null }

/** Weights as written in a file: by kind, then by the words, two of them parted by a bar. */
export type WrittenWeights = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** Makes written weights quick to look up without joining words. */
export function readWeights(written: WrittenWeights): Weights {
  const weights: Weights = new Map()
  for (const [kind, words] of Object.entries(written)) {
    const entries = new Map<string, Entry>()
    weights.set(kind, entries)
    for (const [key, values] of Object.entries(words)) addEntry(entries, key, Float32Array.from(values))
  }
  return weights
}

function addEntry(entries: Map<string, Entry>, key: string, values: Float32Array): void {
  const [first = '', second] = key.split('\t')
  const entry = entries.get(first) ?? { alone: null, pairs: null }
  entries.set(first, entry)
  if (second === undefined) entry.alone = values
  else {
    entry.pairs ??= new Map()
    entry.pairs.set(second, values)
  }
}

/** The weights of one cue, or undefined for one that says nothing. */
export function weightsOf(
  weights: Weights,
  kind: string,
  first: string,
  second: string | undefined,
): Float32Array | null | undefined {
  const entry = weights.get(kind)?.get(first)
  return second === undefined ? entry?.alone : entry?.pairs?.get(second)
}
