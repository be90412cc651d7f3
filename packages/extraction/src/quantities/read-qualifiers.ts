import type { Qualifier } from '../claim-schema.ts'
import { quantifiers } from '../lexicon/quantifiers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { readNumber } from './read-number.ts'

const carriedOver = wordClass('carried-over')
const figure = wordClass('figure')
const gone = wordClass('gone')

const longestPhrase = 5

const lastWords = new Set(
  [...quantifiers.before.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)),
)

const firstWords = new Set([...quantifiers.after.keys()].map((phrase) => phrase.split(' ')[0]))

/** The qualifier behind a number: "or more", "+". */
export function readAfter(tokens: readonly Token[], at: number): { qualifier: Qualifier | null; to: number } {
  const next = tokens[at]
  if (next?.text === '+') return { qualifier: 'at_least', to: at + 1 }
  if (next?.text === '-' && tokens[at + 1]?.lower === 'plus') return { qualifier: 'at_least', to: at + 2 }
  if (!firstWords.has(next?.lower)) return { qualifier: null, to: at }
  for (let length = 3; length > 0; length -= 1) {
    const qualifier = quantifiers.after.get(joinLower(tokens, at, at + length))
    // "3 May 2019 At least 18 rebels": what stands before a number qualifies that one.
    if (qualifier !== undefined && readNumber(tokens, at + length) === null)
      return { qualifier, to: at + length }
  }
  return { qualifier: null, to: at }
}

/** Walks back over stacked qualifiers ("a total of about"); a bound beats an approximation. */
export function readBefore(tokens: readonly Token[], at: number, floor: number) {
  let from = at
  let qualifier: Qualifier | null = null
  let added = false
  for (;;) {
    const found = phraseBefore(tokens, from, floor)
    if (found === null) return { from, qualifier, added }
    if (found.qualifier !== 'keep' && (qualifier === null || qualifier === 'approximate'))
      qualifier = found.qualifier
    added ||=
      found.qualifier === 'keep' && found.phrase.split(' ').some((word) => quantifiers.partial.has(word))
    from = found.from
  }
}

function phraseBefore(tokens: readonly Token[], to: number, floor: number) {
  if (!lastWords.has(tokens[to - 1]?.lower ?? '')) return null
  for (let length = longestPhrase; length > 0; length -= 1) {
    const from = to - length
    if (from < floor) continue
    const phrase = joinLower(tokens, from, to)
    const qualifier = quantifiers.before.get(phrase)
    if (qualifier === undefined) continue
    if (phrase === 'over' && isParticle(tokens[from - 1])) continue
    if (phrase === 'past' && !isGone(tokens[from - 1])) continue
    if (phrase.startsWith('pass') && !followsCount(tokens, from, floor)) continue
    return { phrase, qualifier, from }
  }
  return null
}

/** "handed over 390 prisoners", "took over 40 tanks", "flew over 3 ships". */
function isParticle(before: Token | undefined): boolean {
  return isOneOf(before, carriedOver)
}

/** "the number has gone past 3,000", not "the past 3 battles". */
function isGone(before: Token | undefined): boolean {
  return before !== undefined && isOneOf(before, gone)
}

const longestPassing = 10

/** "the toll has passed 300": a count passes a number, people pass things. */
function followsCount(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - longestPassing); back -= 1)
    if (isOneOf(tokens[back], figure)) return true
  return false
}

/** The words between two tokens, in lower case. */
export function joinLower(tokens: readonly Token[], from: number, to: number): string {
  let phrase = ''
  for (let at = from; at < to; at += 1)
    phrase += at === from ? (tokens[at]?.lower ?? '') : ` ${tokens[at]?.lower ?? ''}`
  return phrase
}
