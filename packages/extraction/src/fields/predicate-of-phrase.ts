import type { Predicate } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { isWhole } from '../reading/is-whole.ts'
import { isMunition } from './kinds-of-weapon.ts'
import type { MentionContext } from './mention-context.ts'
import { inArmy, isBodySize, isCeiling, isPartOfSize, isThere, isWithForce } from './size-by-phrase.ts'

const contributing = wordClass('contributing')
const countOpener = wordClass('count-opener')
const lossHeading = wordClass('loss-heading')
const making = wordClass('making')
const tableHeading = wordClass('table-heading')
const definiteOrOwned = wordClass('definite-or-owned')
const packageWords = wordClass('package')
const packageListing = wordClass('package-listing')

/** Phrases that give the predicate by themselves, whatever the verb: tables, ceilings, packages, sizes. */
export function predicateOfPhrase(context: MentionContext): Predicate | null {
  const { tokens, mention } = context
  if (mention.table) return rowPredicate(context)
  if (isCeiling(context)) return 'strength'
  if (isContributor(context)) return 'deployed'
  if (tokens[mention.from]?.lower === 'all' && tokens[mention.from + 1]?.lower === 'but') return 'other'
  if (isThere(context)) return mention.noun.unit === 'materiel' || inArmy(context) ? 'strength' : 'deployed'
  if (isShortfall(context)) return 'other'
  if (isWithForce(context)) return 'strength'
  if (isWholeOfSalvo(context)) return 'launched'
  if (isPartOfSize(context) || isBodySize(context)) return 'strength'
  if (isMadeAvailable(context)) return 'other'
  return isInPackage(context) ? 'supplied' : null
}

/** "troop-contributing countries include Uganda with 4,500 soldiers": those whom a state has sent. */
function isContributor({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.noun.unit !== 'personnel') return false
  return (
    isOneOf(tokens[mention.from - 1], countOpener) &&
    someOf(tokens, reading.sentence.from, mention.from, contributing)
  )
}

/** "well short of the 3,000 it wanted". */
function isShortfall({ tokens, mention }: MentionContext): boolean {
  return (
    isOneOf(tokens[mention.from - 1], definiteOrOwned) &&
    tokens[mention.from - 2]?.lower === 'of' &&
    tokens[mention.from - 3]?.lower === 'short'
  )
}

/** The rows of a table say what its heading says, most often losses. */
function rowPredicate({ mention, governor, previous, tokens, reading }: MentionContext): Predicate {
  const { from } = reading.sentence
  const heading = tokens
    .slice(Math.max(0, from - 40), mention.from)
    .findLast((token) => isOneOf(token, tableHeading))
  const lost =
    heading === undefined
      ? previous.at(-1) === 'lost' || previous.at(-1) === 'casualties'
      : isOneOf(heading, lossHeading)
  if (lost) return mention.noun.unit === 'personnel' ? 'casualties' : 'lost'
  return governor === null ? (previous.at(-1) ?? 'strength') : governor.reading.group[mention.noun.unit]
}

/** "making 40,000 troops available". */
function isMadeAvailable({ tokens, mention, reading }: MentionContext): boolean {
  const makes = someOf(tokens, Math.max(reading.sentence.from, mention.from - 3), mention.from, making)
  return (
    makes &&
    tokens
      .slice(mention.to, Math.min(reading.sentence.to, mention.to + 14))
      .some(({ lower }) => lower === 'available')
  )
}

/** "shot down 56 of the 87 drones": those of which some were met had been launched. */
function isWholeOfSalvo({ tokens, mention, governor, previousHere }: MentionContext): boolean {
  if (previousHere !== 'lost' || !isMunition(mention.noun.item)) return false
  if (governor?.side === 'after' && governor.cost < 1) return false
  return isWhole(tokens, mention)
}

/** "The package includes 60 tanks; …": all that it lists is given. */
function isInPackage({ tokens, mention, reading, governor }: MentionContext): boolean {
  if (mention.noun.unit !== 'materiel' || (governor !== null && governor.cost < 1)) return false
  const { from } = reading.sentence
  let list = mention.from
  for (let at = from; at < mention.from; at += 1) {
    if (isOneOf(tokens[at], packageWords)) list = at
    else if (list < at && isOneOf(tokens[at], packageListing))
      if (at - list <= (tokens[at]?.lower === 'of' ? 1 : farthestList)) return true
  }
  return false
}

// "The package of equipment, which was announced on Monday and is to be sent by ship, includes …"
const farthestList = 24
