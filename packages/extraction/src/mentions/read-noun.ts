import { findPhrase } from '../lexicon/find-phrase.ts'
import { type ItemForm, items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { flyingFighter } from './flying-fighter.ts'
import { isHead, isVerb } from './is-head.ts'
import { isPluralNoun, skipModifier } from './skip-modifier.ts'
import { beforeOnes } from './stands-alone.ts'

const loose = wordClass('loose')

/** What stands where the counted noun is expected. */
export type NounReading =
  | { kind: 'noun'; form: ItemForm; from: number; to: number }
  | { kind: 'blocked'; to: number }
  | { kind: 'missing' }

const longestPhrase = 10

function isLoose(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  // "short-range" and "short and long range" describe.
  if (word === 'short') return tokens[at + 1]?.lower === 'of' || /^[.,;)]$/.test(tokens[at + 1]?.text ?? '')
  return word === 'others' || isOneOf(tokens[at], loose)
}

const missing: NounReading = { kind: 'missing' }

/** Reads the noun phrase after a number: modifiers, then the head that says what is counted. */
export function readNoun(tokens: readonly Token[], start: number, limit: number, one: boolean): NounReading {
  const end = Math.min(limit, start + longestPhrase)
  if (isLoose(tokens, start) || beforeOnes(tokens, start)) return missing
  let at = start
  while (at < end) {
    const token = tokens[at] as Token
    if (at > start && token.breaks > 0) break
    const found = (token.kinds & wordKind.item) === 0 ? null : findPhrase(items, tokens, at)
    if (found && isHead(tokens, at, found.value, found.length, one)) {
      return extendHead(tokens, at, found.value, found.length, one)
    }
    const step = found ? found.length : skipModifier(tokens, at, start, end)
    if (step === 0) return blocks(tokens, at, start) ? { kind: 'blocked', to: at + 1 } : missing
    at += step
  }
  return at > start ? { kind: 'blocked', to: at } : missing
}

/** "200 special forces commandos": a plural before a plural only describes it. */
function extendHead(
  tokens: readonly Token[],
  at: number,
  form: ItemForm,
  length: number,
  one: boolean,
): NounReading {
  const short = skipShortName(tokens, at + length) || skipModelNumber(tokens, at, length, form)
  if (short > 0 && findPhrase(items, tokens, at + length + short) !== null) length += short
  const next = findPhrase(items, tokens, at + length)
  if (
    next &&
    next.value.context !== 'toll' &&
    tokens[at + length]?.breaks === 0 &&
    isHead(tokens, at + length, next.value, next.length, one)
  ) {
    return { kind: 'noun', form: next.value, from: at + length, to: at + length + next.length }
  }
  return {
    kind: 'noun',
    form: lostItem(tokens, at, flyingFighter(tokens, at, form)),
    from: at,
    to: at + length,
  }
}

/** "Allied Democratic Forces (ADF) fighters": the short form of a name in brackets. */
function skipShortName(tokens: readonly Token[], at: number): number {
  const name = tokens[at + 1]
  const short = tokens[at]?.text === '(' && tokens[at + 2]?.text === ')'
  return short && name !== undefined && /^[A-Z][A-Za-z-]+$/.test(name.text) ? 3 : 0
}

/** "two Switchblade 300 drones": the number after the name of a model belongs to it. */
function skipModelNumber(tokens: readonly Token[], at: number, length: number, form: ItemForm): number {
  const number = tokens[at + length]
  const isModel = tokens[at]?.capital === true && form.unit === 'materiel' && form.number !== 'plural'
  return isModel && number?.kind === 'number' && number.text.length <= 3 && number.gap ? 1 : 0
}

const longestItem = 4

/** "31 tank losses" are tanks. */
function lostItem(tokens: readonly Token[], at: number, form: ItemForm): ItemForm {
  if (form.item !== 'loss') return form
  for (let from = at - 1; from > at - longestItem && from >= 0; from -= 1) {
    const found = findPhrase(items, tokens, from)
    if (found?.value.unit === 'materiel' && from + found.length === at)
      return { ...found.value, predicate: 'lost' }
  }
  return form
}

function blocks(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at] as Token
  const first = tokens[start] as Token
  // "36 launched on Thursday", "4 million 152mm and …": what follows is no noun.
  if (isVerb(first) || (first.kind === 'number' && at === start + 2)) return false
  return at > start || token.kind === 'number' || (token.kind === 'word' && isPluralNoun(token))
}
