import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import type { WordKind } from '../text/word-kinds.ts'

type Found<Value> = { at: number; to: number; value: Value }

/** Finds every phrase of a kind in a sentence; a longer one hides those inside it. */
export function findAll<Value>(
  tokens: readonly Token[],
  sentence: Sentence,
  kind: WordKind,
  find: (at: number) => { value: Value; length: number } | null,
): Found<Value>[] {
  const hits: Found<Value>[] = []
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (((tokens[at] as Token).kinds & kind) === 0) continue
    const found = find(at)
    if (found === null || at + found.length > sentence.to) continue
    hits.push({ at, to: at + found.length, value: found.value })
    at += found.length - 1
  }
  return hits
}
