import type { Predicate, Status } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import { isOverall } from './is-overall.ts'
import type { MentionContext } from './mention-context.ts'

const bodiesWords = wordClass('bodies')
const body = wordClass('body')
const exchange = wordClass('exchange')
const have = wordClass('have')
const passing = wordClass('passing')
const preparing = wordClass('preparing')
const reinforcement = wordClass('reinforcement')
const shipment = wordClass('shipment')
const ofOrFrom = wordClass('of-or-from')
const unitKind = wordClass('unit-kind')

/** "to reinforce the garrison", "a first batch of 300", "fresh troops", "on top of the 900". */
export function isReinforcement({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(
    tokens,
    Math.max(reading.sentence.from, mention.from - 4),
    Math.min(reading.sentence.to, mention.to + 7),
    reinforcement,
  )
}

/** "has lost", "have been killed". */
export function isPerfect({ tokens, governor, reading }: MentionContext): boolean {
  if (governor === null) return false
  for (let at = governor.hit.at - 1; at >= Math.max(reading.sentence.from, governor.hit.at - 4); at -= 1) {
    if (isOneOf(tokens[at], have)) return true
  }
  return false
}

/** Bodies given back are one exchange. */
export function isHandover({ tokens, mention, reading }: MentionContext): boolean {
  return (
    body.words.has(mention.noun.item) ||
    (isOneOf(tokens[mention.from - 2], bodiesWords) && reading.sentence.from < mention.from)
  )
}

/** Those who come, pass or are seen are a part; those who are there are the whole. */
export function isMovement(context: MentionContext): boolean {
  const { governor, mention, tokens } = context
  if (mention.quantity.low === 1 && mention.noun.unit === 'personnel') return true
  if (isOneOf(tokens[mention.from - 1], preparing)) return true
  if (governor === null) return false
  if (mention.noun.unit === 'materiel' && governor.reading.group.owner === 'patient') return true
  return passing.words.has(governor.reading.lemma) && !isOverall(context)
}

/** One delivery of several: announced, in a package, or a few. */
export function isDelivery(context: MentionContext, status: Status): boolean {
  if (status === 'expected') return true
  const { tokens, reading } = context
  if (someOf(tokens, reading.sentence.from, reading.sentence.to, shipment)) return true
  return !isPerfect(context) && sizeOf(context) < 100 && !isOverall(context)
}

/** One exchange of several. */
export function isExchange({ tokens, reading, mention }: MentionContext): boolean {
  if (tokens[mention.from]?.lower === 'all') return true
  return someOf(tokens, reading.sentence.from, reading.sentence.to, exchange)
}

/** How many are counted, at the least. */
export function sizeOf({ mention }: MentionContext): number {
  return mention.quantity.low ?? mention.quantity.high ?? 0
}

/** "600 soldiers from the 7th Brigade", "Battalion 203, with its 40 tanks": what a single unit has. */
export function isOfUnit({ tokens, mention, reading }: MentionContext, predicate: Predicate): boolean {
  if (mention.noun.unit === 'formation' || predicate === 'strength' || predicate === 'trained') return false
  if (isOneOf(tokens[mention.to], ofOrFrom)) {
    const rest = tokens.slice(mention.to, Math.min(reading.sentence.to, mention.to + 9))
    const comma = rest.findIndex((token) => token.text === ',')
    return (comma < 0 ? rest : rest.slice(0, comma)).some((token) => isUnit(token))
  }
  const back = tokens.slice(Math.max(reading.sentence.from, mention.from - 5), mention.from)
  return back.some((token) => isUnit(token)) && back.some(({ lower }) => lower === 'with')
}

function isUnit(token: Token): boolean {
  return token.capital && isOneOf(token, unitKind)
}
