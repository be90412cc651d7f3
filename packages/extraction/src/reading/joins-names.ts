import { attribution } from '../lexicon/attribution.ts'
import type { Token } from '../text/token.ts'
/** Whether "and" joins two names of one source. */
export function joinsNames(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1] as Token
  const next = tokens[at + 1]
  return (
    (before.capital || attribution.sources.has(before.lower)) &&
    next !== undefined &&
    (next.capital || attribution.sources.has(next.lower))
  )
}
