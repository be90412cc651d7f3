import { contexts } from '../lexicon/contexts.ts'
import { holdsOneOf, isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import { hasContext, lowerOf, modifiersOf } from './has-context.ts'
import { isPerson } from './is-person.ts'
import { isToll, mixesDead } from './is-toll.ts'
import { isAmmunition, isModel, isNaval } from './is-weapon.ts'
import type { Mention } from './mention.ts'
import { whyOutside } from './why-outside.ts'

const civilPrisoner = wordClass('civil-prisoner')
const men = wordClass('men')

/** Why a count of soldiers or weapons is none of a force. */
export type NotMilitary = 'capacity' | 'threshold' | 'speaker' | 'civilian'

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
