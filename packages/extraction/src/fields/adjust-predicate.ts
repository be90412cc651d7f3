import type { Predicate } from '../claim-schema.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import { isExercise } from './is-exercise.ts'
import { isMissionPresence, isNear, isPlacedAtBorder, isPlacedNext, isPresence } from './is-presence.ts'
import { countsDead, gotThrough, isJoint, isMissed, isTargeted } from './joint-harm.ts'
import { measuredNoun } from './measured-noun.ts'
import type { MentionContext } from './mention-context.ts'
import {
  carriesAway,
  isArmy,
  isCutTo,
  isForExercise,
  isHandover,
  isMet,
  isMovedOut,
  isReached,
  isSentHome,
  leavesBehind,
  takesPart,
} from './sent-elsewhere.ts'

const mobilising = wordClass('mobilising')
const including = wordClass('including')

/** Changes what the verb says where the sentence around it says more. */
export function adjustPredicate(
  context: MentionContext,
  governor: Governor,
  predicate: Predicate,
): Predicate {
  const measured = measuredNoun(context, governor)
  if (measured !== null)
    return measured === 'casualties' && context.previous.at(-1) === 'killed' ? 'killed' : measured
  switch (predicate) {
    case 'deployed':
      return adjustDeployed(context, governor)
    case 'trained':
      return context.mention.noun.unit === 'materiel' && isNear(context) ? 'deployed' : predicate
    case 'withdrawn':
      return adjustWithdrawn(context, governor)
    case 'recruited':
      return mobilising.words.has(governor.reading.lemma) && isPlacedAtBorder(context)
        ? 'deployed'
        : predicate
    case 'strength':
      return adjustStrength(context, governor)
    case 'increase':
      return adjustIncrease(context, governor)
    case 'launched':
      return gotThrough(context, governor) ? 'other' : predicate
    case 'killed':
      return isTargeted(context, governor) || isJoint(context, governor) ? 'casualties' : predicate
    case 'wounded':
    case 'captured':
      return isJoint(context, governor) ? 'casualties' : predicate
    case 'casualties':
      return countsDead(context, governor) ? 'killed' : predicate
    case 'lost':
      return isMissed(context, governor) ? 'other' : predicate
    default:
      return predicate
  }
}

/** What is sent may be met, carried away, handed over, sent home or drilled. */
function adjustDeployed(context: MentionContext, governor: Governor): Predicate {
  if (isMet(context, governor)) return 'other'
  if (carriesAway(context, governor)) return 'withdrawn'
  if (isHandover(context, governor)) return 'other'
  if (isSentHome(context, governor) || isMovedOut(context, governor)) return 'withdrawn'
  if (governor.reading.lemma === 'reach' && isReached(context, governor)) return 'strength'
  if (takesPart(context, governor)) return 'trained'
  return isExercise(context) && !isForExercise(context, governor) ? 'trained' : 'deployed'
}

/** Who leaves may be handed over, or only be fewer than those who stay. */
function adjustWithdrawn(context: MentionContext, governor: Governor): Predicate {
  if (isHandover(context, governor)) return 'other'
  if (isCutTo(context, governor)) return isArmy(context) ? 'strength' : 'deployed'
  return leavesBehind(context, governor) ? 'deployed' : 'withdrawn'
}

/** What is had may be in an exercise, or abroad. */
function adjustStrength(context: MentionContext, governor: Governor): Predicate {
  if (including.words.has(governor.reading.lemma) && isExercise(context)) return 'trained'
  if (context.mention.noun.unit === 'materiel') return 'strength'
  return isPresence(context, governor) || isMissionPresence(context, governor) ? 'deployed' : 'strength'
}

/** What grows may be a presence, or the number that it grows to. */
function adjustIncrease(context: MentionContext, governor: Governor): Predicate {
  if (context.mention.noun.unit === 'formation' && isPlacedNext(context)) return 'deployed'
  return nounBetween(context, governor) ?? (reachesSize(context, governor) ? 'strength' : 'increase')
}

/** "increase production from N": the noun between tells what grows. */
function nounBetween({ mention, reading }: MentionContext, governor: Governor): Predicate | null {
  if (governor.side !== 'before') return null
  const between = reading.triggers.findLast((hit) => hit.at >= governor.hit.to && hit.to <= mention.from)
  const noun = between?.readings.find(
    ({ form, group }) => form.noun && !group.weak && group.personnel !== 'increase',
  )
  return noun ? noun.group[mention.noun.unit] : null
}

/** "by 4,000 to 60,000": the number after "to" is the size, not the growth. */
function reachesSize({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before') return false
  for (let at = mention.from - 1; at >= governor.hit.to; at -= 1) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'by') return false
    if (word === 'to' || word === 'from' || word === 'reach') return true
  }
  return false
}
