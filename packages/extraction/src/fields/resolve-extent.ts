import type { Extent, Predicate, Status } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const justPast = wordClass('just-past')
const singleDay = wordClass('single-day')
const oneFight = wordClass('one-fight')
const beginning = wordClass('beginning')
const bodiesWords = wordClass('bodies')
const body = wordClass('body')
const countedPeriod = wordClass('counted-period')
const daily = wordClass('daily')
const dayPreposition = wordClass('day-preposition')
const exchange = wordClass('exchange')
const have = wordClass('have')
const incidentWords = wordClass('incident')
const january = wordClass('january')
const manyFightsWords = wordClass('many-fights')
const monthPreposition = wordClass('month-preposition')
const ofOrFrom = wordClass('of-or-from')
const overall = wordClass('overall')
const passing = wordClass('passing')
const period = wordClass('period')
const periodAdjective = wordClass('period-adjective')
const preparing = wordClass('preparing')
const rateOpener = wordClass('rate-opener')
const reinforcement = wordClass('reinforcement')
const shipment = wordClass('shipment')
const start = wordClass('start')
const superlativeWords = wordClass('superlative')
const thoseOrIts = wordClass('those-or-its')
const unitKind = wordClass('unit-kind')
const warPreposition = wordClass('war-preposition')
const wholeOpener = wordClass('whole-opener')
const yearOf = wordClass('year-of')

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
  return tokens[mention.to]?.lower === 'already' && isOneOf(tokens[mention.from - 1], thoseOrIts)
}

/** "600 soldiers from the 7th Brigade", "Battalion 203, with its 40 tanks": what a single unit has. */
function isOfUnit({ tokens, mention, reading }: MentionContext, predicate: Predicate): boolean {
  if (mention.noun.unit === 'formation' || predicate === 'strength' || predicate === 'trained') return false
  const next = tokens[mention.to]?.lower ?? ''
  if (ofOrFrom.words.has(next)) {
    const rest = tokens.slice(mention.to, Math.min(reading.sentence.to, mention.to + 9))
    const comma = rest.findIndex((token) => token.text === ',')
    return (comma < 0 ? rest : rest.slice(0, comma)).some((token) => isUnit(token))
  }
  const back = tokens.slice(Math.max(reading.sentence.from, mention.from - 5), mention.from)
  return back.some((token) => isUnit(token)) && back.some(({ lower }) => lower === 'with')
}

function isUnit({ lower, capital }: Token): boolean {
  return capital && unitKind.words.has(lower)
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

function sizeOf({ mention }: MentionContext): number {
  return mention.quantity.low ?? mention.quantity.high ?? 0
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

/** "7,400 rounds per day", "1,000 a month", "the average daily number". */
function isRate({ tokens, mention, reading }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 5); at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (/^[.,;]$/.test(word)) break
    if (word === 'daily' || word === 'annually' || word === 'monthly') return true
    if (rateOpener.words.has(word) && isOneOf(tokens[at + 1], period)) return true
  }
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - 12), mention.from)
  return before.some(
    (token, index) => isOneOf(token, daily) || (token.lower === 'each' && isOneOf(before[index + 1], period)),
  )
}

/** "so far", "to date", "since the start", "in total", "the death toll", "during the war". */
function isOverall({ tokens, reading, mention }: MentionContext): boolean {
  const { from, to } = reading.sentence
  for (let at = from; at < to; at += 1) {
    const word = (tokens[at] as Token).lower
    const next = tokens[at + 1]?.lower ?? ''
    if ((word === 'so' && next === 'far') || (word === 'to' && next === 'date')) return true
    if (word === 'since' && isBeginning(tokens, at + 1, to)) return true
    if (word === 'from' && next === 'the' && isOneOf(tokens[at + 2], start)) return true
    if (isWar(tokens, at)) return true
  }
  if (isSpan(tokens.slice(from, to))) return true
  if (countsNumberOf(tokens, mention.from, from)) return true
  return someOf(tokens, Math.max(from, mention.from - 6), mention.to + 1, overall)
}

/** "so far", "to date", "since the start": "a total of 700 have left" may be one rotation. */
function isSoFar({ tokens, reading }: MentionContext): boolean {
  const { from, to } = reading.sentence
  for (let at = from; at < to; at += 1) {
    const pair = `${tokens[at]?.lower} ${tokens[at + 1]?.lower}`
    if (pair === 'so far' || pair === 'to date') return true
    if (tokens[at]?.lower === 'all' || (tokens[at]?.lower === 'since' && isBeginning(tokens, at + 1, to)))
      return true
  }
  return false
}

/** "the number of battlefield deaths". */
function countsNumberOf(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - 10); back -= 1) {
    if (
      tokens[back]?.lower === 'number' &&
      tokens[back + 1]?.lower === 'of' &&
      tokens[back - 1]?.lower !== 'daily'
    )
      return true
  }
  return false
}

function isBeginning(tokens: readonly Token[], at: number, limit: number): boolean {
  const first = tokens[at]
  // "the biggest since the war began" counts one event; "since January" and "since Monday" are periods.
  if (someOf(tokens, Math.max(0, at - 7), at, superlativeWords)) return false
  if (isOneOf(first, january)) return false
  if (first && words.month.has(first.lower) && first.capital) return true
  return tokens
    .slice(at, Math.min(limit, at + 8))
    .some(({ lower, text }) => beginning.words.has(lower) || /^(?:19|20)\d\d$/.test(text))
}

/** "during the Korean War", "in the war", "over the course of the conflict". */
function isWar(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (!warPreposition.words.has(word)) return false
  return tokens
    .slice(at + 1, at + 5)
    .some(
      (token) =>
        (token.lower === 'war' && token.capital) ||
        (token.lower === 'war' && tokens[at + 1]?.lower === 'the' && word !== 'of'),
    )
}

/** "between February 2022 and December 2025". */
function isSpan(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => token.lower === 'between' && yearsAfter(tokens, at) === 2)
}

function yearsAfter(tokens: readonly Token[], at: number): number {
  return tokens.slice(at, at + 7).filter((token) => /^(?:19|20)\d\d$/.test(token.text)).length
}

/** "The attacks have killed 20 soldiers": many fights together. */
function isPlural({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(tokens, Math.max(reading.sentence.from, mention.from - 14), mention.from, manyFightsWords)
}

/** "to reinforce the garrison", "a first batch of 300", "fresh troops", "on top of the 900". */
function isReinforcement({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(
    tokens,
    Math.max(reading.sentence.from, mention.from - 4),
    Math.min(reading.sentence.to, mention.to + 7),
    reinforcement,
  )
}

/** "on that day", "in a single battle", "in the past day". */
function isOfDay({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 8); at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'on' && isThatDay(tokens, at + 1)) return true
    if (isOneOf(tokens[at], dayPreposition) && isOneDay(tokens, at + 1)) return true
  }
  return tokens[mention.from - 1]?.lower === 'captured'
}

function isThatDay(tokens: readonly Token[], at: number): boolean {
  const { lower = '' } = tokens[at] ?? {}
  return (lower === 'that' || lower === 'the') && tokens[at + 1]?.lower === 'day'
}

/** "the past week", "a single battle", "one night". */
function isOneDay(tokens: readonly Token[], at: number): boolean {
  switch (tokens[at]?.lower) {
    case 'the':
      return isOneOf(tokens[at + 1], justPast)
    case 'a':
      return isOneOf(tokens[at + 1], singleDay)
    case 'one':
      return isOneOf(tokens[at + 1], oneFight)
    default:
      return false
  }
}

function isPeriod({ tokens, reading }: MentionContext): boolean {
  for (let at = reading.sentence.from; at < reading.sentence.to; at += 1) {
    const token = tokens[at] as Token
    if (words.weekday.has(token.lower) && token.capital) return true
    if (
      words.month.has(token.lower) &&
      token.capital &&
      (token.lower !== 'may' || isOneOf(tokens[at - 1], monthPreposition))
    )
      return true
    const next = tokens[at + 1]
    if (next?.kind === 'number' && isOneOf(token, yearOf) && /^(?:19|20)\d\d$/.test(next.text)) return true
    if (
      isOneOf(token, periodAdjective) &&
      next &&
      (isOneOf(next, period) || next.kind === 'number' || isOneOf(next, countedPeriod))
    )
      return true
  }
  return false
}

function isIncident({ tokens, mention, reading }: MentionContext): boolean {
  const from = Math.max(reading.sentence.from, mention.from - 14)
  return someOf(tokens, from, Math.min(reading.sentence.to, mention.to + 12), incidentWords)
}

/** "has lost", "have been killed". */
function isPerfect({ tokens, governor, reading }: MentionContext): boolean {
  if (governor === null) return false
  for (let at = governor.hit.at - 1; at >= Math.max(reading.sentence.from, governor.hit.at - 4); at -= 1) {
    if (isOneOf(tokens[at], have)) return true
  }
  return false
}

/** Bodies given back are one exchange. */
function isHandover({ tokens, mention, reading }: MentionContext): boolean {
  return (
    body.words.has(mention.noun.item) ||
    (isOneOf(tokens[mention.from - 2], bodiesWords) && reading.sentence.from < mention.from)
  )
}

/** Those who come, pass or are seen are a part; those who are there are the whole. */
function isMovement(context: MentionContext): boolean {
  const { governor, mention, tokens } = context
  if (mention.quantity.low === 1 && mention.noun.unit === 'personnel') return true
  if (isOneOf(tokens[mention.from - 1], preparing)) return true
  if (governor === null) return false
  if (mention.noun.unit === 'materiel' && governor.reading.group.owner === 'patient') return true
  return passing.words.has(governor.reading.lemma) && !isOverall(context)
}

function isDelivery(context: MentionContext, status: Status): boolean {
  if (status === 'expected') return true
  const { tokens, reading } = context
  const words = tokens.slice(reading.sentence.from, reading.sentence.to)
  if (words.some((token) => isOneOf(token, shipment))) return true
  return !isPerfect(context) && sizeOf(context) < 100 && !isOverall(context)
}

function isExchange({ tokens, reading, mention }: MentionContext): boolean {
  if (tokens[mention.from]?.lower === 'all') return true
  return tokens.slice(reading.sentence.from, reading.sentence.to).some((token) => isOneOf(token, exchange))
}
