import { actors } from '../lexicon/actors.ts'
import { attribution } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Attribution } from './find-attributions.ts'
import type { NameRange } from './name-range.ts'

const commonOpener = wordClass('common-opener')
const nameTrailer = wordClass('name-trailer')
const report = wordClass('report')

/** A source as named; `back` when it was only pointed at. */
export type SourceName = { text: string; kind: 'person' | 'body' | 'back' }

/** Gives the name of a source in its shortest form; "he" and "the ministry" give the name they point to. */
export function resolveSourceName(
  document: Document,
  attributed: Attribution,
  last: readonly SourceName[],
): SourceName | null {
  const { tokens } = document
  const range = stripReport(tokens, attributed.name)
  const words = tokens.slice(range.from, range.to)
  const [first] = words
  if (first === undefined) return null
  if (first.lower === 'we' || first.lower === 'our') return pointToOutlet(document, last)
  if (words.length <= 2 && attribution.pronouns.has(first.lower)) return pointBack(first.lower, last)
  const definite = tokens[range.from - 1]?.lower === 'the'
  if (!words.some((word, index) => isNaming(word, index === 0))) return resolveBack(words, last, definite)
  if (isVague(words)) return null
  const short = shorten(tokens, range)
  const text = written(document, short)
  return text ? { text, kind: isPerson(tokens, short) ? 'person' : 'body' } : null
}

/** "OSC analysis" is the OSC's, "the army's estimate" the army's, "local media reports" of local media. */
function stripReport(tokens: readonly Token[], { from, to }: NameRange): NameRange {
  let end = to
  while (end - 1 > from && isPaper((tokens[end - 1] as Token).lower)) {
    const owner = tokens[end - 2]?.lower === "'s" ? end - 3 : end - 2
    if (owner < from || !names(tokens[owner] as Token)) break
    end = owner + 1
  }
  return { from, to: end }
}

const common = new Set([...words.determiner, ...words.weekday, ...words.adverb, ...words.preposition])

/** Whether a word is part of a name; at the start of a sentence a common noun has a capital too. */
function isNaming(word: Token, first: boolean): boolean {
  if (!word.capital || common.has(word.lower)) return false
  return !(
    first &&
    (attribution.sources.has(word.lower) ||
      attribution.nouns.has(word.lower) ||
      attribution.vague.has(word.lower) ||
      attribution.back.has(word.lower) ||
      isOneOf(word, commonOpener))
  )
}

/** "our data", "we estimate": an outlet speaks of its own count. */
function pointToOutlet(document: Document, last: readonly SourceName[]): SourceName | null {
  const spoken = last.findLast((name) => attribution.outlets.some((outlet) => name.text.includes(outlet)))
  const text = firstOutlet(document.text) ?? spoken?.text
  return text ? { text, kind: 'back' } : null
}

/** The outlet named first, by its longest name there. */
function firstOutlet(text: string): string | null {
  let best: { outlet: string; at: number } | null = null
  for (const outlet of attribution.outlets) {
    const at = text.indexOf(outlet)
    if (at < 0 || /\w/.test(text[at + outlet.length] ?? '')) continue
    if (best === null || at < best.at || (at === best.at && outlet.length > best.outlet.length))
      best = { outlet, at }
  }
  return best?.outlet ?? null
}

function pointBack(pronoun: string, last: readonly SourceName[]): SourceName | null {
  const wanted = pronoun === 'he' || pronoun === 'she' ? 'person' : null
  const known = last.findLast((name) => wanted === null || name.kind === wanted) ?? last.at(-1)
  return known ? { text: known.text, kind: 'back' } : null
}

/** "the ministry": the last source whose name holds the word; else the words as written. */
function resolveBack(
  words: readonly Token[],
  last: readonly SourceName[],
  definite: boolean,
): SourceName | null {
  const paper = words.findIndex((word) => isPaper(word.lower) || isReport(word))
  const source = words.findIndex((word) => attribution.sources.has(word.lower) && !isReport(word))
  // "an estimate of the losses" is nobody's; "the report" is of whoever issued it.
  if (paper >= 0 && (source < 0 || source > paper))
    return definite && paper === words.length - 1 ? pointToIssuer(last) : null
  const head = words.findLast((word) => attribution.back.has(word.lower)) ?? words.at(-1)
  if (head === undefined) return null
  const person =
    definite && attribution.titles.has(head.lower)
      ? last.findLast((name) => name.kind === 'person')
      : undefined
  if (person && words.length === 1) return { text: person.text, kind: 'back' }
  const same = last.findLast((name) => name.text.toLowerCase().includes(head.lower.replace(/s$/, '')))
  if (same && (definite || words.length === 1)) return { text: same.text, kind: 'back' }
  if (person && words.length === 2) return { text: person.text, kind: 'back' }
  if (attribution.vague.has(head.lower)) return null
  return {
    text: words
      .map((word) => word.text)
      .join(' ')
      .replace(/'s?$/, ''),
    kind: 'body',
  }
}

function isReport({ lower }: Token): boolean {
  return report.words.has(lower)
}

/** "The statement": of whoever spoke last, best a body. */
function pointToIssuer(last: readonly SourceName[]): SourceName | null {
  const known = last.findLast((name) => name.kind === 'body') ?? last.at(-1)
  return known ? { text: known.text, kind: 'back' } : null
}

function isVague(words: readonly Token[]): boolean {
  return words.length <= 2 && words.every((word) => attribution.vague.has(word.lower))
}

/** "Defense Secretary Lloyd Austin" is Lloyd Austin; "Kirby, the spokesman" is Kirby. */
function shorten(tokens: readonly Token[], range: NameRange): NameRange {
  let { from, to } = range
  while (to > from && !(tokens[to - 1] as Token).capital && isOneOf(tokens[to - 1], nameTrailer)) to -= 1
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at] as Token
    if (attribution.titles.has(token.lower) && tokens[at + 1]?.lower !== 'staff')
      return afterTitle(tokens, at, { from, to })
    if (!token.capital && token.kind !== 'mark')
      return isNamedAfter(tokens, at, { from, to }) ? { from: at + 1, to } : { from, to }
  }
  return { from, to }
}

/** "Lt.-Gen. Musa Ode": the name after the rank and its points. */
function afterTitle(tokens: readonly Token[], title: number, { from, to }: NameRange): NameRange {
  let at = title + 1
  while (at < to && tokens[at]?.kind === 'mark') at += 1
  return at < to && (tokens[at] as Token).capital ? { from: at, to } : { from, to }
}

/** "head of the mission Amina Diallo": two capitals after a common noun are a person's name. */
function isNamedAfter(tokens: readonly Token[], at: number, { from, to }: NameRange): boolean {
  const word = (tokens[at] as Token).lower
  if (to - at < 3 || common.has(word) || word === 'and' || word.length < 3) return false
  return tokens.slice(from, at + 1).some((token) => attribution.titles.has(token.lower))
}

/** A word for what is said; "intelligence" says it itself. */
function isPaper(word: string): boolean {
  return attribution.nouns.has(word) && word !== 'intelligence'
}

/** "Arcadian intelligence estimates" are of Arcadian intelligence. */
function names({ capital, lower }: Token): boolean {
  return (capital && !common.has(lower)) || attribution.sources.has(lower.replace(/'s?$/, ''))
}

function isPerson(tokens: readonly Token[], range: NameRange): boolean {
  const last = tokens[range.to - 1]
  if (last === undefined || !last.capital) return false
  const words = tokens.slice(range.from, range.to)
  if (words.some((word) => attribution.sources.has(word.lower) || word.lower === 'of')) return false
  const name = findPhrase(actors, tokens, range.from)
  return name === null || name.value.kind === 'leader'
}

function written({ text, tokens }: Document, { from, to }: NameRange): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last
    ? text
        .slice(first.start, last.end)
        .replace(/\s+/g, ' ')
        .replace(/['’]s?$/, '')
        .trim()
    : ''
}
