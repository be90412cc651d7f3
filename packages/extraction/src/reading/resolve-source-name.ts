import { actors } from '../lexicon/actors.ts'
import { attribution } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Attribution } from './find-attributions.ts'
import type { NameRange } from './name-range.ts'
import { isPaper, pointBack, pointToOutlet, resolveBack } from './point-back.ts'
import { commonWords, shorten } from './shorten-name.ts'

const commonOpener = wordClass('common-opener')

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

/** Whether a word is part of a name; at the start of a sentence a common noun has a capital too. */
function isNaming(word: Token, first: boolean): boolean {
  if (!word.capital || commonWords.has(word.lower)) return false
  return !(
    first &&
    (attribution.sources.has(word.lower) ||
      attribution.nouns.has(word.lower) ||
      attribution.vague.has(word.lower) ||
      attribution.back.has(word.lower) ||
      isOneOf(word, commonOpener))
  )
}

function isVague(words: readonly Token[]): boolean {
  return words.length <= 2 && words.every((word) => attribution.vague.has(word.lower))
}

/** "Arcadian intelligence estimates" are of Arcadian intelligence. */
function names({ capital, lower }: Token): boolean {
  return (capital && !commonWords.has(lower)) || attribution.sources.has(lower.replace(/'s?$/, ''))
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
