import type { Predicate, Status } from '../claim-schema.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { modality } from '../lexicon/modality.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './resolve-predicate.ts'

const breaks = new Set([';', 'but', 'while', 'although', 'whereas', 'though'])
const reach = 14

/** Tells how sure the text is, from the modal words around the verb and the number. */
export function resolveStatus(context: MentionContext, predicate: Predicate): Status {
  const { tokens, mention, governor } = context
  const range = clauseOf(context)
  const found: Status[] = []
  for (let at = range.from; at < range.to; at += 1) {
    const status = statusAt(tokens, at, context)
    if (status !== null) found.push(status)
  }
  if (found.includes('denied') && governor !== null) return 'denied'
  if (found.includes('possible')) return 'possible'
  if (found.includes('expected')) return 'expected'
  const before = tokens[mention.from - 1]?.lower
  return predicate === 'strength' && before === 'to' && governor?.reading.group.personnel === 'increase'
    ? 'expected'
    : 'actual'
}

/** From the start of the clause, or a little before the verb, to the number or the verb after it. */
function clauseOf({ tokens, mention, governor, reading }: MentionContext): { from: number; to: number } {
  const first = governor && governor.hit.at < mention.from ? governor.hit.at : mention.from
  const last = governor && governor.hit.to > mention.to ? governor.hit.to : mention.to
  let from = Math.max(reading.sentence.from, first - reach)
  for (let at = first - 1; at >= from; at -= 1) {
    const word = (tokens[at] as Token).lower
    if (breaks.has(word) || (word === ',' && startsClause(tokens, at + 1, first))) {
      from = at + 1
      break
    }
  }
  return { from, to: Math.min(reading.sentence.to, last + 1) }
}

/** A comma opens a new clause when a subject follows at once: ", and they", ", Arcadia has". */
function startsClause(tokens: readonly Token[], at: number, limit: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (word === 'and' || word === 'as' || word === 'which') return limit - at > 1
  return /^(?:he|she|it|they|we|there)$/.test(word)
}

function statusAt(
  tokens: readonly Token[],
  at: number,
  { governor }: MentionContext,
): Exclude<Status, 'actual'> | null {
  const found = findPhrase(modality, tokens, at)
  if (found === null) return null
  const token = tokens[at] as Token
  if (token.lower === 'may' && token.capital && tokens[at + 1]?.kind === 'number') return null
  if (found.value === 'denied') return isDenied(tokens, at, governor) ? 'denied' : null
  // "ordered to deploy", "would have": plans count only where they lead to the verb.
  return found.value
}

function isDenied(tokens: readonly Token[], at: number, governor: MentionContext['governor']): boolean {
  if (governor === null) return false
  const distance = governor.hit.at - at
  const word = (tokens[at] as Token).lower
  if (word === 'no' || word === 'false') return false
  return distance > 0 && distance <= 4
}
