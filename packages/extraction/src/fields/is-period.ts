import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import { isYear } from './resolve-date.ts'

const justPast = wordClass('just-past')
const singleDay = wordClass('single-day')
const oneFight = wordClass('one-fight')
const countedPeriod = wordClass('counted-period')
const periodPreposition = wordClass('period-preposition')
const incidentWords = wordClass('incident')
const manyFightsWords = wordClass('many-fights')
const monthPreposition = wordClass('month-preposition')
const period = wordClass('period')
const periodAdjective = wordClass('period-adjective')
const clauseMark = wordClass('clause-mark')
const rateAdverb = wordClass('rate-adverb')
const rateOpener = wordClass('rate-opener')

/** "7,400 rounds per day", "1,000 a month", "the average daily number". */
export function isRate({ tokens, mention, reading }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 5); at += 1) {
    if (isOneOf(tokens[at], clauseMark)) break
    if (isOneOf(tokens[at], rateAdverb)) return true
    if (isOneOf(tokens[at], rateOpener) && isOneOf(tokens[at + 1], period)) return true
  }
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - 12), mention.from)
  return before.some(
    (token, index) =>
      isOneOf(token, rateAdverb) || (token.lower === 'each' && isOneOf(before[index + 1], period)),
  )
}

/** "The attacks have killed 20 soldiers": many fights together. */
export function isPlural({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(tokens, Math.max(reading.sentence.from, mention.from - 14), mention.from, manyFightsWords)
}

/** "on that day", "in a single battle", "in the past day". */
export function isOfDay({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 8); at += 1) {
    if (tokens[at]?.lower === 'on' && isThatDay(tokens, at + 1)) return true
    if (isOneOf(tokens[at], periodPreposition) && isOneDay(tokens, at + 1)) return true
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

/** A day, a month, a year or another time of its own. */
export function isPeriod({ tokens, reading }: MentionContext): boolean {
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
    if (next?.kind === 'number' && isOneOf(token, periodPreposition) && isYear(next.text)) return true
    if (
      isOneOf(token, periodAdjective) &&
      next &&
      (isOneOf(next, period) || next.kind === 'number' || isOneOf(next, countedPeriod))
    )
      return true
  }
  return false
}

/** One fight, near the count. */
export function isIncident({ tokens, mention, reading }: MentionContext): boolean {
  const from = Math.max(reading.sentence.from, mention.from - 14)
  return someOf(tokens, from, Math.min(reading.sentence.to, mention.to + 12), incidentWords)
}
