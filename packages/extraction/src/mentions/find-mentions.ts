import { cuesOfMention } from '../judging/cues-of-mention.ts'
import type { Decider } from '../judging/decider.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { boundedAfter } from '../quantities/bounded-after.ts'
import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { guessMention } from './guess-mention.ts'
import type { Blocked, Mention, Passed, PassReason } from './mention.ts'
import { readElided } from './read-elided.ts'
import { readNoun } from './read-noun.ts'
import { readSharedNoun } from './read-shared-noun.ts'
import { readStateRow } from './read-state-row.ts'
import { readStrong } from './read-strong.ts'
import { readTableRow } from './read-table-row.ts'
import { startsNumber } from './starts-number.ts'
import { unitOf } from './unit-of.ts'
import { whyNoCount } from './why-no-count.ts'
import { whyNotMilitary } from './why-not-military.ts'

const addition = wordClass('addition')
const airborne = wordClass('airborne')
const definiteWords = wordClass('definite')
const owner = wordClass('owner')

/** The counts of a text and the numbers that are none, each in order of the text. */
export type MentionsFound = { mentions: Mention[]; passed: Passed[] }

/** A number that may be a count, and why the rules doubt it. */
export type Considered = { mention: Mention; doubt: PassReason | 'none'; before: Mention | null }

/** Finds every count of people, formations or weapons, and tells why other numbers are none. */
export function findMentions(document: Document, decider: Decider): MentionsFound {
  const found: Found = { mentions: [], blocked: [], passed: [], decider }
  document.sentences.forEach((sentence, index) => {
    let at = sentence.from
    let floor = sentence.from
    while (at < sentence.to) {
      const quantity = startsNumber(document.tokens[at]) ? readQuantity(document.tokens, at, floor) : null
      // A number does not run on into the next paragraph.
      if (quantity === null || quantity.to > sentence.to) at += 1
      else {
        floor = readCount(document, index, quantity, found)
        at = Math.max(at + 1, floor)
      }
    }
  })
  return found
}

/** How likely a number must be a claim that the rules doubt. */
const leastSure = 0.65

type Found = MentionsFound & { blocked: Blocked[]; decider: Decider }

/** Files one quantity as a mention, as a count of something else, or not at all; returns where to read on. */
function readCount(document: Document, sentence: number, quantity: Quantity, found: Found): number {
  const { from, to } = quantity
  const noCount = whyNoCount(document.tokens, quantity)
  if (noCount !== null) return passBy(found, sentence, { from, to }, noCount)
  const limit = document.sentences[sentence]?.to ?? to
  const read =
    readStrong(document, sentence, quantity) ?? readCounted(document, sentence, quantity, limit, found)
  const mention =
    typeof read === 'string' ? guessMention(document, sentence, quantity, read, found.mentions) : read
  const sure = typeof read === 'string' ? (mention?.head == null ? null : mention) : read
  const doubt = sure === null ? (read as PassReason) : whyNotMilitary(document, sure, found.mentions)
  if (mention === null || doubt === 'capacity' || doubt === 'threshold' || doubt === 'speaker') {
    const span = mention ?? { from, to }
    if (doubt !== 'no noun') found.blocked.push({ sentence, from: span.from, to: span.to })
    return passBy(found, sentence, span, doubt ?? 'doubtful')
  }
  const considered = { mention, doubt: doubt ?? 'none', before: found.mentions.at(-1) ?? null } as const
  const { answer, probability } = found.decider.decide('claim', mention, doubt === null ? 'yes' : 'no', [
    cuesOfMention(document, considered),
  ])
  // A false alarm costs more trust than a number that the rules had passed by.
  const isClaim = answer === 'yes' && (doubt === null || probability >= leastSure)
  if (isClaim) found.mentions.push({ ...mention, probability })
  else {
    if (doubt !== 'no noun') found.blocked.push({ sentence, from: mention.from, to: mention.to })
    passBy(found, sentence, mention, doubt ?? 'doubtful')
    if (typeof read === 'string') return to
  }
  return mention.head && !mention.share ? mention.to : to
}

/** Notes a number that is no claim; returns its end. */
function passBy(
  { passed }: Found,
  sentence: number,
  { from, to }: { from: number; to: number },
  reason: PassReason,
): number {
  passed.push({ sentence, from, to, reason })
  return to
}

function readCounted(
  document: Document,
  sentence: number,
  quantity: Quantity,
  limit: number,
  found: Found,
): Mention | 'other noun' | 'no noun' | 'unit name' {
  const { tokens } = document
  const plain =
    readTableRow(document, sentence, quantity) ??
    readStateRow(document, sentence, quantity) ??
    readSharedNoun(document, sentence, quantity)
  if (plain !== null) return plain
  // "at least one submarine" is one as well.
  const one = (quantity.low ?? quantity.high) === 1 && (quantity.high ?? quantity.low) === 1
  const start = skipOf(tokens, quantity.to)
  // "nine of the 14 jets": the noun belongs to the second number.
  if (start.of && startsNumber(tokens[start.at]))
    return readElided(document, sentence, quantity, found) ?? 'no noun'
  const noun = readNoun(tokens, start.of ? start.at : skipMore(tokens, start.at), limit, one && !start.of)
  if (noun.kind === 'blocked') return 'other noun'
  if (noun.kind === 'noun') {
    if (isOrdinalName(tokens, quantity)) return 'unit name'
    return {
      sentence,
      from: quantity.from,
      to: closeQuote(tokens, quantity.to, noun.to),
      quantity: boundedAfter(tokens, quantity, noun.to),
      noun: unitOf(document, sentence, quantity.to, noun, found.mentions.at(-1)),
      head: noun,
      strong: false,
      share: start.definite,
      antecedent: null,
      table: false,
      probability: 1,
    }
  }
  return readElided(document, sentence, quantity, found) ?? 'no noun'
}

/** Where a count ends that opens a quote and is followed by its end: "47 "terrorists"". */
function closeQuote(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[to]?.text !== '"' || tokens[to]?.gap) return to
  const marks = tokens.slice(from, to).filter(({ text }) => text === '"').length
  return marks % 2 === 1 ? to + 1 : to
}

/** "dozens more", "12 others": the noun may follow, or be left out. */
function skipMore(tokens: readonly Token[], at: number): number {
  return isOneOf(tokens[at], addition) ? at + 1 : at
}

function skipOf(tokens: readonly Token[], at: number): { at: number; of: boolean; definite: boolean } {
  let next = at
  while (isOneOf(tokens[next], addition) && next < at + 2) next += 1
  if (tokens[next]?.lower === 'out') next += 1
  if (tokens[next]?.lower !== 'of') return { at, of: false, definite: false }
  next += 1
  const word = tokens[next]?.lower ?? ''
  const owned = owner.words.has(word)
  const definite = definiteWords.words.has(word)
  return { at: definite || owned ? next + 1 : next, of: true, definite }
}

/** "16 Air Assault Brigade" and "82 Airborne soldiers" are names. */
function isOrdinalName(tokens: readonly Token[], quantity: Quantity): boolean {
  const next = tokens[quantity.to]
  return next?.capital === true && isOneOf(next, airborne)
}
