import type { Extent, Predicate, Status } from '../claim-schema.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { isOverall, isSoFar } from './is-overall.ts'
import { isIncident, isOfDay, isPeriod, isPlural, isRate } from './is-period.ts'
import type { MentionContext } from './mention-context.ts'
import {
  isDelivery,
  isExchange,
  isHandover,
  isMovement,
  isOfUnit,
  isPerfect,
  isReinforcement,
  sizeOf,
} from './parts-of-many.ts'

const definiteOrOwned = wordClass('definite-or-owned')
const wholeOpener = wordClass('whole-opener')

const large = 1000
const smallSum = 100

const tolls = new Set<Predicate>(['killed', 'wounded', 'captured', 'missing', 'deserted', 'casualties'])

/** Tells whether a figure stands for the whole of what the actor has, or for a share, a period or an incident. */
export function resolveExtent(
  context: MentionContext,
  predicate: Predicate,
  status: Status,
  actor: string | null,
): Extent {
  const { mention, claimBefore: before, listedBefore } = context
  // "380 dead and another 90 wounded": added to no earlier count of its own kind.
  const isOtherToll =
    before !== null && tolls.has(predicate) && tolls.has(before.predicate) && before.predicate !== predicate
  if (mention.quantity.added && isOtherToll && context.previousHere !== null) return before.extent
  if (mention.quantity.added || isRate(context)) return 'part'
  if (mention.share && !isContingent(context, predicate, actor)) return 'part'
  if (isThereAlready(context)) return 'total'
  if (isOfUnit(context, predicate)) return 'part'
  if (listedBefore?.predicate === predicate && !isOfOthers(context)) return listedBefore.extent
  if (before !== null && predicate === 'lost' && context.previousHere === 'lost') return before.extent
  if (mention.table || context.leadIn !== null) return 'total'
  return extentOfPredicate(context, predicate, status)
}

/** "of which 500 come from Arcadia": the whole of what another actor has there. */
function isContingent(
  { claimBefore: before, previousHere }: MentionContext,
  predicate: Predicate,
  actor: string | null,
): boolean {
  return (
    predicate === 'deployed' &&
    previousHere !== null &&
    actor !== null &&
    typeof before?.actor === 'string' &&
    before.actor !== actor
  )
}

function isThereAlready({ tokens, mention }: MentionContext): boolean {
  return tokens[mention.to]?.lower === 'already' && isOneOf(tokens[mention.from - 1], definiteOrOwned)
}

function extentOfPredicate(context: MentionContext, predicate: Predicate, status: Status): Extent {
  const { mention } = context
  switch (predicate) {
    case 'strength':
      return 'total'
    case 'deployed':
      return isMovement(context) || isReinforcement(context) ? 'part' : 'total'
    case 'trained':
      return mention.noun.unit === 'materiel' && sizeOf(context) < 10 ? 'part' : 'total'
    case 'increase':
      return 'part'
    case 'withdrawn':
      return isSoFar(context) ? 'total' : 'part'
    case 'produced':
    case 'launched':
      return isOverall(context) ? 'total' : 'part'
    case 'supplied':
      return isDelivery(context, status) ? 'part' : 'total'
    case 'other':
      // Weapons met or missed are those of one attack.
      return (isExchange(context) || mention.noun.unit === 'materiel') && !isOverall(context)
        ? 'part'
        : 'total'
    case 'lost':
      return isOverall(context) || (isPerfect(context) && sizeOf(context) >= large && !isPeriod(context))
        ? 'total'
        : 'part'
    default:
      return extentOfToll(context, predicate)
  }
}

/** "1,000 of the 9,000 troops": the whole is no member of a list. */
function isOfOthers({ tokens, mention }: MentionContext): boolean {
  return isOneOf(tokens[mention.from - 1], wholeOpener)
}

/** All so far, or those of one day, one month, one fight; without a word of it, a great number is a sum. */
function extentOfToll(context: MentionContext, predicate: Predicate): Extent {
  if (isHandover(context) || isOfDay(context)) return 'part'
  if (isOverall(context) || (isPlural(context) && isPerfect(context))) return 'total'
  if (isPeriod(context) || (predicate !== 'recruited' && isIncident(context))) return 'part'
  if (isPerfect(context) && (predicate === 'recruited' || sizeOf(context) >= smallSum || isPlural(context)))
    return 'total'
  return sizeOf(context) < 300 && context.governor !== null ? 'part' : 'total'
}
