import { attribution } from '../lexicon/attribution.ts'
import { words } from '../lexicon/words.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import type { Attribution } from './find-attributions.ts'
import { nameBefore } from './name-before.ts'
import type { NameRange } from './name-range.ts'

const farthest = 5

/** "The mission published figures", "the ministry has detected 14 aircraft": who issues or sees vouches for it. */
export function readIssue(tokens: readonly Token[], at: number, sentence: Sentence): Attribution | null {
  const { lower } = tokens[at] as Token
  const issues = attribution.issuing.has(lower) && opensReport(tokens, at, sentence.to)
  // "expects to send" is a plan of its own.
  const sees = attribution.sightings.has(lower) && tokens[at + 1]?.lower !== 'to'
  if ((!issues && !sees) || words.be.has(tokens[at - 1]?.lower ?? '') || lower.endsWith('ing')) return null
  const name = nameBefore(tokens, at, sentence.from)
  return name && isBody(tokens, name) ? { at, name, scope: 'after' } : null
}

function opensReport(tokens: readonly Token[], at: number, limit: number): boolean {
  return tokens
    .slice(at + 1, Math.min(limit, at + farthest))
    .some((token) => attribution.nouns.has(token.lower) || token.lower === 'list')
}

/** An office or an acronym; "Arcadia detected" speaks of the state. */
function isBody(tokens: readonly Token[], { from, to, whole }: NameRange): boolean {
  const name = tokens.slice(Math.min(from, whole ?? from), to)
  return name.some(
    ({ lower, text }) =>
      attribution.sources.has(lower) ||
      attribution.pronouns.has(lower) ||
      (text.length > 2 && text === text.toUpperCase() && /^[A-Z]+$/.test(text)),
  )
}
