import { actorNames } from '../lexicon/actor-names.ts'
import type { ActorName } from '../lexicon/actors.ts'
import { placeWords } from '../lexicon/places.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'

/** Whether the name of an actor is here part of another name: of a person, a water, a ship, a newspaper. */
export function namesOther(tokens: readonly Token[], at: number, to: number, name: ActorName): boolean {
  const next = tokens[to]
  if (next && !next.breaks && (next.capital || next.kind === 'number') && actorNames.after.has(next.lower))
    return true
  // "1.2 million US dollars"
  if (next !== undefined && actorNames.money.has(next.lower)) return true
  // "The South" of "The South Korean army" and "the South African" is no name.
  if (tokens[at]?.lower === 'the' && to - at === 2 && next?.capital && !next.breaks) return true
  if (name.family === 'group') return isFormer(tokens, at, to)
  if (name.family === 'state' && name.kind === 'people' && isBorder(tokens, to)) return true
  if (name.family !== 'state' || (name.kind !== 'name' && name.kind !== 'capital')) return false
  return isAfterName(tokens, at) || (to - at === 1 && isPerson(tokens, at))
}

/** "dissidents of the former FARC", "a Hamas splinter": those who left a group are another. */
function isFormer(tokens: readonly Token[], at: number, to: number): boolean {
  return (
    actorNames.former.has(tokens[at - 1]?.lower ?? '') || actorNames.offshoots.has(tokens[to]?.lower ?? '')
  )
}

/** "the Eritrean border" is nobody's; "Eritrean border guards" are Eritrea's. */
function isBorder(tokens: readonly Token[], to: number): boolean {
  const after = tokens[to + 1]
  const goesOn = after !== undefined && (after.kinds & wordKind.item) !== 0
  return placeWords.borders.has(tokens[to]?.lower ?? '') && !goesOn
}

/** "New Jersey", "Lake Chad", "the Gulf of Oman", "the Times of Israel". */
function isAfterName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return false
  if (before.capital && actorNames.before.has(before.lower)) return true
  const head = tokens[at - 2]
  return (
    before.lower === 'of' &&
    head?.capital === true &&
    (actorNames.waters.has(head.lower) || actorNames.before.has(head.lower))
  )
}

/** "Minister Wellington Koo", "Chad Miller", "Ann Jordan". */
function isPerson(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at] as Token
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (before && !(tokens[at] as Token).breaks && actorNames.titles.has(before.lower)) return true
  if (actorNames.given.has(lower) && isUnknownName(next)) return true
  const opener = tokens[at - 2]
  return (
    actorNames.surnames.has(lower) &&
    isUnknownName(before) &&
    opener !== undefined &&
    (opener.kind === 'word' || opener.text === ',') &&
    next?.capital !== true
  )
}

/** A capitalised word that is no institution, actor, item or common word. */
function isUnknownName(token: Token | undefined): boolean {
  if (token === undefined || !token.capital || token.breaks > 0 || token.text === token.text.toUpperCase())
    return false
  if ((token.kinds & (wordKind.actor | wordKind.item | wordKind.home)) !== 0) return false
  const { lower } = token
  return (
    !actorNames.institutions.has(lower) &&
    !words.preposition.has(lower) &&
    !words.determiner.has(lower) &&
    !words.subordinator.has(lower) &&
    !words.coordinator.has(lower) &&
    !words.auxiliary.has(lower) &&
    !words.adverb.has(lower) &&
    !words.month.has(lower) &&
    !words.weekday.has(lower)
  )
}
