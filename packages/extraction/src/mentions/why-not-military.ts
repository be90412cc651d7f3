import { contexts } from '../lexicon/contexts.ts'
import { holdsOneOf, isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { hasContext, lowerOf, modifiersOf } from './has-context.ts'
import { isPerson } from './is-person.ts'
import { isToll, mixesDead } from './is-toll.ts'
import { isAmmunition, isModel, isNaval } from './is-weapon.ts'
import type { Mention } from './mention.ts'

const civilPrisoner = wordClass('civil-prisoner')
const men = wordClass('men')
const eachWords = wordClass('each')
const holding = wordClass('holding')
const praising = wordClass('praising')
const speakerVerb = wordClass('speaker-verb')

/** Why a count of soldiers or weapons is none of a force. */
export type NotMilitary = 'capacity' | 'threshold' | 'speaker' | 'praise' | 'civilian'

/** Tells why a count says nothing of any force where it stands; null for one that does. */
export function whyNotMilitary(
  document: Document,
  mention: Mention,
  before: readonly Mention[],
): NotMilitary | null {
  const outside = whyOutside(document, mention)
  if (outside !== null) return outside
  return !mixesDead(document, mention) && isMilitary(document, mention, before) ? null : 'civilian'
}

/** Whether a doubtful noun ("people", "rounds", "dead") is military where it stands. */
function isMilitary(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const { context, item } = mention.noun
  if (item === 'bomb' && isBlast(document, mention)) return false
  if (context === null || (mention.head === null && context !== 'toll')) return true
  switch (context) {
    case 'person':
      return isPerson(document, mention, before)
    case 'toll':
      return isToll(document, mention, before)
    case 'police':
      return (
        isMixed(document, mention) ||
        (hasContext(document, mention, 'mission') && !hasContext(document, mention, 'civil'))
      )
    case 'prisoner':
      return (
        hasContext(document, mention, 'prisoner') && !holdsOneOf(lowerOf(document, mention), civilPrisoner)
      )
    case 'formation':
      return hasContext(document, mention, 'military')
    case 'round':
      return isAmmunition(document, mention, before)
    case 'naval':
      return isNaval(document, mention, before)
    case 'model':
      return isModel(document, mention)
    case 'launch':
      return true
    default:
      return context satisfies never
  }
}

/** "car bombs" and "petrol bombs" are of no air force. */
function isBlast(document: Document, mention: Mention): boolean {
  return modifiersOf(document, mention)
    .split(' ')
    .some((word) => contexts.blast.has(word))
}

/** "nine policemen and soldiers" are counted with the soldiers. */
function isMixed({ tokens }: Document, { to }: Mention): boolean {
  return tokens[to]?.lower === 'and' && isOneOf(tokens[to + 1], men)
}

/** Capacities and legal thresholds say nothing of any force. */
function whyOutside(document: Document, mention: Mention): NotMilitary | null {
  const { tokens } = document
  const sentence = document.sentences[mention.sentence] as Sentence
  if (mention.noun.unit === 'materiel' && isCapacity(tokens, sentence, mention)) return 'capacity'
  for (let at = sentence.from; at < sentence.to; at += 1)
    if (contexts.threshold.has((tokens[at] as Token).lower)) return 'threshold'
  if (isPraise(tokens, mention)) return 'praise'
  return isSpeaker(tokens, mention) ? 'speaker' : null
}

/** "can carry 20 tanks", "with room for 40 jets", "carrying eight missiles each". */
function isCapacity(tokens: readonly Token[], { from }: Sentence, mention: Mention): boolean {
  const each = isOneOf(tokens[mention.to], eachWords)
  for (let at = Math.max(from, mention.from - 4); at < mention.from; at += 1) {
    if (!contexts.capacity.has((tokens[at] as Token).lower)) continue
    if (each || isOneOf(tokens[at], holding)) return true
    for (let back = Math.max(from, at - 4); back < at; back += 1)
      if (contexts.able.has((tokens[back] as Token).lower)) return true
  }
  return false
}

/** "one of the world's largest carriers", "one of its top pilots": tells what kind it is, and counts none. */
function isPraise(tokens: readonly Token[], { quantity, to }: Mention): boolean {
  if (quantity.low !== 1 || quantity.high !== 1 || tokens[quantity.to]?.lower !== 'of') return false
  return someOf(tokens, quantity.to + 1, to, praising)
}

/** "one sergeant said", "says one soldier", "described by one pilot": a speaker, not a force. */
function isSpeaker(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.quantity.low !== 1) return false
  // "War is a trade," said Ivan, one of the mercenaries.
  const before = tokens[mention.from - 1]
  if (
    before?.text === ',' &&
    mention.noun.unit === 'personnel' &&
    tokens[mention.quantity.to]?.lower === 'of'
  )
    return tokens[mention.from - 2]?.capital === true
  if (mention.noun.unit === 'personnel' && isOneOf(before, speakerVerb)) return true
  if (before?.lower === 'by' && tokens[mention.from - 2]?.lower === 'described') return true
  return isOneOf(tokens[mention.to], speakerVerb)
}
