import type { Token } from '../text/token.ts'
/** Whether a word between two tokens passes a test. */
export function someWord(
  tokens: readonly Token[],
  from: number,
  to: number,
  test: (word: string) => boolean,
): boolean {
  for (let at = from; at < to; at += 1) if (test((tokens[at] as Token).lower)) return true
  return false
}
