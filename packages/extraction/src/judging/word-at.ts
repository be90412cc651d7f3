import type { Token } from '../text/token.ts'

/** The word at a place, with all numbers as one and nothing beyond the sentence. */
export function wordAt(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  at: number,
): string {
  if (at < from) return '<'
  if (at >= to) return '>'
  const token = tokens[at] as Token
  return token.kind === 'number' ? '#' : token.lower
}
