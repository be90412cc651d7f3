import { cuesOfMention } from '../judging/cues-of-mention.ts'
import type { Decider } from '../judging/decider.ts'
import { type Quantity, readQuantity } from '../quantities/read-quantity.ts'
import type { Document } from '../text/document.ts'
import { guessMention } from './guess-mention.ts'
import type { Blocked, Mention, Passed, PassReason } from './mention.ts'
import { readCounted } from './read-counted.ts'
import { readStrong } from './read-strong.ts'
import { startsNumber } from './starts-number.ts'
import { whyNoCount } from './why-no-count.ts'
import { whyNotMilitary } from './why-not-military.ts'

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

/** What needs no judge. */
const certain: ReadonlySet<PassReason> = new Set(['capacity', 'threshold', 'speaker', 'praise'])

/** How likely a number must be a claim that the rules doubt. */
const leastSure = 0.65

/** What is found so far, and who decides in doubt. */
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
  if (mention === null || (doubt !== null && certain.has(doubt))) {
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
