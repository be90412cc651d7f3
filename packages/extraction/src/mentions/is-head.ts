import { isAttributionVerb } from '../lexicon/attribution.ts'
import { isIrregularPast } from '../lexicon/is-irregular-past.ts'
import { isPlainVerb } from '../lexicon/is-plain-verb.ts'
import type { ItemForm } from '../lexicon/items.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'

/** Words that end a noun phrase. */
export const stops = new Set(
  (
    ['preposition', 'subordinator', 'relative', 'determiner', 'pronoun', 'auxiliary', 'adverb'] as const
  ).flatMap((name) => [...words[name]]),
)

/** Whether a noun of the lexicon is what is counted, not a modifier of another noun or a part of a name. */
export function isHead(
  tokens: readonly Token[],
  at: number,
  form: ItemForm,
  length: number,
  one: boolean,
): boolean {
  if (form.number === 'plural' && isPossessive(tokens, at + length)) return false
  // "People's Army vessels": the noun is part of a name.
  if (tokens[at + length]?.lower === "'s" && (tokens[at] as Token).capital) return false
  if (form.number === 'plural') return !one || form.unit !== 'formation' || tokens[at - 1]?.lower !== 'one'
  const goesOn = continuesPhrase(tokens, at + length)
  if (form.number === 'both' || one) return !goesOn
  // "24 F-16" and "14 Challenger 2": model names need no plural.
  return (
    form.unit === 'materiel' && (tokens[at] as Token).capital && /\d|^[a-z ]+$/.test(form.item) && !goesOn
  )
}

function continuesPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind === 'mark' || next.breaks > 0)
    return (next?.text === '-' && !next.gap) || isPossessive(tokens, at)
  if (next.kind !== 'word' || stops.has(next.lower)) return false
  return !isVerb(next) && !takesObject(tokens, at) && !isPlacedPast(tokens, at)
}

/** "personnel spread across the islands": before a preposition such a past is a verb. */
function isPlacedPast(tokens: readonly Token[], at: number): boolean {
  return isIrregularPast(tokens[at]?.lower ?? '', 'any') && words.preposition.has(tokens[at + 1]?.lower ?? '')
}

/** "the Armed Forces' drones": what is owned is still to come. */
export function isPossessive(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]
  const next = tokens[at + 1]
  return (
    mark?.text === "'" &&
    !mark.gap &&
    next?.kind === 'word' &&
    next.gap &&
    tokens[at - 1]?.lower.endsWith('s') === true
  )
}

/** "one rocket hit a house": a past without an ending is a verb when it has an object. */
function takesObject(tokens: readonly Token[], at: number): boolean {
  return isIrregularPast(tokens[at]?.lower ?? '', 'any') && words.determiner.has(tokens[at + 1]?.lower ?? '')
}

/** Whether a word is rather a verb, an adverb or a conjunction than a noun. */
export function isVerb(token: Token): boolean {
  if (token.capital) return false
  return (
    /(?:ed|ing)$/.test(token.lower) ||
    isIrregularPast(token.lower) ||
    isPlainVerb(token.lower) ||
    isAttributionVerb(token.lower) ||
    words.adverb.has(token.lower) ||
    words.coordinator.has(token.lower)
  )
}
