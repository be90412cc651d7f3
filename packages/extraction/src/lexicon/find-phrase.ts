import type { Token } from '../text/token.ts'
import type { PhraseIndex, PhraseMatch } from './phrase-index.ts'

/** Finds the longest phrase that starts at a token, or null. */
export function findPhrase<Value>(
  index: PhraseIndex<Value>,
  tokens: readonly Token[],
  at: number,
): PhraseMatch<Value> | null {
  // Most words begin no phrase, and their bits say so without a look-up.
  if (at >= tokens.length || ((tokens[at] as Token).kinds & index.kind) === 0) return null
  let level: PhraseIndex<Value>['words'] | null = index.words
  let found: PhraseMatch<Value> | null = null
  for (let next = at; level !== null && next < tokens.length; next += 1) {
    const branch = level.get((tokens[next] as Token).lower)
    if (branch === undefined) break
    if (branch.value !== null) found = { value: branch.value, length: next - at + 1 }
    level = branch.next
  }
  return found
}
