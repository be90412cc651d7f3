import { actors } from '../lexicon/actors.ts'
import { attribution } from '../lexicon/attribution.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { words } from '../lexicon/words.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Attribution } from './find-attributions.ts'
import type { NameRange } from './name-range.ts'

/** A source as named; `back` when it was only pointed at. */
export type SourceName = { text: string; kind: 'person' | 'body' | 'back' }

const titles =
  /^(?:president|minister|general|secretary|spokesman|spokesperson|spokeswoman|chancellor|mayor|governor|commander|gen|col|lt|maj|adm|brig|mr|mrs|ms|dr|prof|ambassador|analyst|expert|official|adviser|advisor|chief|leader|premier|senator|colonel|captain|major|admiral|brigadier|chairman|director|marshal|blogger|historian|negotiator|head|lieutenant|envoy|correspondent)$/

/** Gives the name of a source in its shortest form; "he" and "the ministry" give the name they point to. */
export function resolveSourceName(
  document: Document,
  attributed: Attribution,
  last: readonly SourceName[],
): SourceName | null {
  const { tokens } = document
  const words = tokens.slice(attributed.name.from, attributed.name.to)
  const [first] = words
  if (first === undefined) return null
  if (first.lower === 'we' || first.lower === 'our') return pointToOutlet(document, last)
  if (words.length <= 2 && attribution.pronouns.has(first.lower)) return pointBack(first.lower, last)
  const definite = tokens[attributed.name.from - 1]?.lower === 'the'
  if (!words.some((word, index) => isNaming(word, index === 0))) return resolveBack(words, last, definite)
  if (isVague(words)) return null
  const range = shorten(tokens, attributed.name)
  const text = written(document, range)
  return text ? { text, kind: isPerson(tokens, range) ? 'person' : 'body' } : null
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
      /^(?:military|local|regional|senior|western|other|recent|several|two|earlier)$/.test(word.lower))
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
    if (at < 0) continue
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
  const head = words.find((word) => attribution.back.has(word.lower)) ?? words.at(-1)
  if (head === undefined) return null
  const person = titles.test(head.lower) ? last.findLast((name) => name.kind === 'person') : undefined
  if (person && definite && words.length === 1) return { text: person.text, kind: 'back' }
  const same = last.findLast((name) => name.text.toLowerCase().includes(head.lower.replace(/s$/, '')))
  if (same) return { text: same.text, kind: 'back' }
  if (attribution.vague.has(head.lower) || !attribution.sources.has(head.lower)) {
    const known =
      attribution.nouns.has(head.lower) &&
      /^(?:update|statement|briefing|document|report|study)$/.test(head.lower)
        ? last.at(-1)
        : undefined
    return known ? { text: known.text, kind: 'back' } : null
  }
  return { text: words.map((word) => word.text).join(' '), kind: 'body' }
}

function isVague(words: readonly Token[]): boolean {
  return words.length <= 2 && words.every((word) => attribution.vague.has(word.lower))
}

/** "Defense Secretary Lloyd Austin" is Lloyd Austin; "Kirby, the spokesman" is Kirby. */
function shorten(tokens: readonly Token[], range: NameRange): NameRange {
  let { from, to } = range
  while (
    to > from &&
    !(tokens[to - 1] as Token).capital &&
    /^(?:of|in|on|to|for|at|from|press|told|earlier|late|early)$/.test((tokens[to - 1] as Token).lower)
  )
    to -= 1
  // "OSC analysis" is the OSC's.
  while (
    to - 1 > from &&
    /^(?:analysis|estimates?|data|reports?|figures|assessments?|calculations|updates?|statement)$/.test(
      (tokens[to - 1] as Token).lower,
    ) &&
    names(tokens[to - 2] as Token)
  )
    to -= 1
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at] as Token
    if (titles.test(token.lower) && tokens[at + 1]?.lower !== 'staff')
      return at + 1 < to && (tokens[at + 1] as Token).capital
        ? { from: skipPoint(tokens, at + 1, to), to }
        : { from, to }
    if (!token.capital && token.text !== '-') return { from, to }
  }
  return { from, to }
}

/** "Arcadian intelligence estimates" are of Arcadian intelligence. */
function names({ capital, lower }: Token): boolean {
  return capital || attribution.sources.has(lower)
}

function skipPoint(tokens: readonly Token[], at: number, to: number): number {
  return tokens[at]?.text === '.' && at + 1 < to ? at + 1 : at
}

function isPerson(tokens: readonly Token[], range: NameRange): boolean {
  const last = tokens[range.to - 1]
  if (last === undefined || !last.capital) return false
  const words = tokens.slice(range.from, range.to)
  if (words.some((word) => attribution.sources.has(word.lower))) return false
  const name = findPhrase(actors, tokens, range.from)
  return name === null || name.value.kind === 'leader'
}

function written({ text, tokens }: Document, { from, to }: NameRange): string {
  const first = tokens[from]
  const last = tokens[to - 1]
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ').trim() : ''
}
