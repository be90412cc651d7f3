import type { Status } from '../claim-schema.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { day, isoDay } from './iso-day.ts'
import type { MentionContext } from './mention-context.ts'
import { readRelativeDate } from './read-relative-date.ts'

const datePreposition = wordClass('date-preposition')

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/**
 * When the claim holds, as far as its sentence says and the day of publication tells. What is already so takes
 * no date after that day: it belongs to another count of the sentence.
 */
export function resolveDate(
  { tokens, reading, mention }: MentionContext,
  today: Date | null,
  status: Status,
): string | null {
  const latest = status === 'actual' && today !== null ? isoDay(today.getTime()) : null
  let best: { date: string; distance: number } | null = null
  for (let from = reading.sentence.from; from < reading.sentence.to; from += 1) {
    const date = readDate(tokens, from, today, status === 'expected')
    if (date !== null && latest !== null && date > latest) continue
    const distance = Math.abs(from - mention.from)
    if (date !== null && (best === null || distance < best.distance)) best = { date, distance }
    // The month of "the end of April" is no other date.
    if (date !== null && tokens[from]?.lower === 'end') from += 3
  }
  return best?.date ?? null
}

function readDate(tokens: readonly Token[], at: number, today: Date | null, ahead: boolean): string | null {
  const token = tokens[at] as Token
  if (token.capital && words.month.has(token.lower)) return readMonth(tokens, at, today, ahead)
  if (token.lower === 'year' && tokens[at + 1]?.lower === "'s" && tokens[at + 2]?.lower === 'end')
    return today ? `${today.getUTCFullYear()}-12-31` : null
  if (token.lower === 'end' && tokens[at + 1]?.lower === 'of') return readEnd(tokens, at + 2, today)
  if (isYearAfterPreposition(tokens, at)) return endOfYear(token, tokens[at - 1]?.lower === 'by')
  if (today === null) return null
  if (token.capital && words.weekday.has(token.lower)) return readWeekday(token.lower, today, ahead)
  return readRelativeDate(tokens, at, today)
}

function isYearAfterPreposition(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'number' && isYear(tokens[at]?.text) && isOneOf(tokens[at - 1], datePreposition)
}

function endOfYear(token: Token, end: boolean): string {
  return end ? `${token.text}-12-31` : `${token.text}-01-01`
}

/** "the end of 2026", "the end of the year", "the end of March", "the end of next month": its last day. */
function readEnd(tokens: readonly Token[], at: number, today: Date | null): string | null {
  const first = tokens[at]?.lower
  const from = first === 'the' || first === 'this' || first === 'next' ? at + 1 : at
  const turn = first === 'next' ? 1 : 0
  const word = tokens[from]
  if (word !== undefined && isYear(word.text)) return `${word.text}-12-31`
  if (today === null || word === undefined) return null
  if (word.lower === 'year') return `${today.getUTCFullYear() + turn}-12-31`
  if (word.lower === 'month') return lastOfMonth(today.getUTCFullYear(), today.getUTCMonth() + turn)
  if (!word.capital || !words.month.has(word.lower)) return null
  const year = tokens[from + 1]
  const month = months.indexOf(word.lower.slice(0, 3))
  if (isYear(year?.text)) return lastOfMonth(Number(year?.text), month)
  return lastOfMonth(today.getUTCFullYear() + (month < today.getUTCMonth() ? 1 : 0), month)
}

function lastOfMonth(year: number, month: number): string {
  return isoDay(Date.UTC(year, month + 1, 0))
}

/** "6 August 2024", "Aug. 6", "in January": the year is the one nearest the day of publication. */
function readMonth(tokens: readonly Token[], at: number, today: Date | null, ahead: boolean): string | null {
  const month = months.indexOf((tokens[at] as Token).lower.slice(0, 3))
  const after = tokens[at + 1]?.text === '.' ? tokens[at + 2] : tokens[at + 1]
  const before = tokens[at - 1]
  const date = [before, after].find(
    (token) =>
      token?.kind === 'number' && token.value >= 1 && token.value <= 31 && Number.isInteger(token.value),
  )
  const written = tokens.slice(at + 1, at + 5).find((token) => isYear(token.text))
  const year = written ? Number(written.text) : yearNear(month, date?.value ?? 1, today, ahead)
  if (year === null) return null
  const time = Date.UTC(year, month, date?.value ?? 1)
  return new Date(time).getUTCMonth() === month ? isoDay(time) : null
}

function yearNear(month: number, date: number, today: Date | null, ahead: boolean): number | null {
  if (today === null) return null
  const year = today.getUTCFullYear()
  const time = Date.UTC(year, month, date)
  if (ahead) return time < today.getTime() ? year + 1 : year
  return time > today.getTime() ? year - 1 : year
}

/** The last such day, or the next of what is still to come. */
function readWeekday(word: string, today: Date, ahead: boolean): string {
  const wanted = weekdays.indexOf(word.slice(0, 3))
  const back = (today.getUTCDay() - wanted + 7) % 7
  return isoDay(today.getTime() + (ahead ? (7 - back) % 7 : -back) * day)
}

const year = /^(?:19|20)\d\d$/

/** Whether four figures are a year of the last century or of this one. */
export function isYear(text: string | undefined): boolean {
  return text !== undefined && year.test(text)
}
