import type { Predicate } from '../claim-schema.ts'
import { contexts } from '../lexicon/contexts.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import { isWhole } from '../reading/is-whole.ts'
import type { Token } from '../text/token.ts'
import { isCeiling } from './is-ceiling.ts'
import { isMunition } from './is-munition.ts'
import type { MentionContext } from './mention-context.ts'
import { someWord } from './some-word.ts'

const contributing = wordClass('contributing')
const army = wordClass('army')
const contributionOpener = wordClass('contribution-opener')
const lossHeading = wordClass('loss-heading')
const making = wordClass('making')
const numberingBody = wordClass('numbering-body')
const packageWords = wordClass('package')
const packageListing = wordClass('package-listing')
const tableHeading = wordClass('table-heading')
const theOrIts = wordClass('the-or-its')
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
    isOneOf(tokens[mention.from - 1], contributionOpener) &&
    someOf(tokens, reading.sentence.from, mention.from, contributing)
  )
}

/** "there were around 280 soldiers in the base"; "there were 40 soldiers killed" tells more. */
function isThere({ tokens, mention, reading, governor }: MentionContext): boolean {
  let at = mention.from - 1
  while (
    at >= reading.sentence.from &&
    (words.be.has(tokens[at]?.lower ?? '') ||
      words.adverb.has(tokens[at]?.lower ?? '') ||
      words.auxiliary.has(tokens[at]?.lower ?? ''))
  ) {
    if (tokens[at]?.lower === 'there') break
    at -= 1
  }
  if (at < reading.sentence.from || tokens[at]?.lower !== 'there' || mention.noun.predicate !== null)
    return false
  return !(governor?.side === 'after' && governor.hit.at - mention.to <= 1)
}

/** "there were 300,000 soldiers in the Arcadian army". */
function inArmy({ tokens, mention }: MentionContext): boolean {
  return tokens[mention.to]?.lower === 'in' && someOf(tokens, mention.to + 1, mention.to + 5, army)
}

/** "With 8,000 fighters, the group …". */
function isWithForce({ tokens, mention, reading }: MentionContext): boolean {
  const opens = mention.from - 1 === reading.sentence.from
  return (
    opens &&
    mention.noun.predicate === null &&
    tokens[mention.from - 1]?.lower === 'with' &&
    tokens[mention.to]?.text === ','
  )
}

/** "well short of the 3,000 it wanted". */
function isShortfall({ tokens, mention }: MentionContext): boolean {
  return (
    isOneOf(tokens[mention.from - 1], theOrIts) &&
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

/** "the army totals about 200,000". */
function isBodySize({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.head !== null) return false
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - 4), mention.from)
  return (
    before.some((token) => isOneOf(token, numberingBody)) &&
    before.some((token) => contexts.body.has(token.lower))
  )
}

/** "making 40,000 troops available". */
function isMadeAvailable({ tokens, mention, reading }: MentionContext): boolean {
  const makes = someOf(tokens, Math.max(reading.sentence.from, mention.from - 3), mention.from, making)
  return (
    makes &&
    someWord(
      tokens,
      mention.to,
      Math.min(reading.sentence.to, mention.to + 14),
      (word) => word === 'available',
    )
  )
}

/** "The package includes 60 tanks; …": all that it lists is given. */
function isInPackage({ tokens, mention, reading, governor }: MentionContext): boolean {
  if (mention.noun.unit !== 'materiel' || (governor !== null && governor.cost < 1)) return false
  const { from } = reading.sentence
  let list = mention.from
  for (let at = from; at < mention.from; at += 1) {
    const { lower } = tokens[at] as Token
    if (packageWords.words.has(lower)) list = at
    else if (list < at && packageListing.words.has(lower) && at - list <= (lower === 'of' ? 1 : farthestList))
      return true
  }
  return false
}

// "The package of equipment, which was announced on Monday and is to be sent by ship, includes …"
const farthestList = 24

/** "shot down 56 of the 87 drones": those of which some were met had been launched. */
function isWholeOfSalvo({ tokens, mention, governor, previousHere }: MentionContext): boolean {
  if (previousHere !== 'lost' || !isMunition(mention.noun.item)) return false
  if (governor?.side === 'after' && governor.cost < 1) return false
  return isWhole(tokens, mention)
}

/** "one of its two carriers": what it is one of is what they have. */
function isPartOfSize({ tokens, mention, governor }: MentionContext): boolean {
  const before = tokens[mention.from - 1]?.lower
  if (
    /strength of$/.test(
      tokens
        .slice(mention.from, mention.quantity.numberFrom)
        .map((token) => token.lower)
        .join(' '),
    )
  )
    return true
  return (
    (before === 'its' || before === 'their' || before === "'s") &&
    tokens.slice(mention.from - 4, mention.from - 1).some(({ lower }) => lower === 'of') &&
    !(governor?.side === 'after' && governor.cost < 1.5)
  )
}
