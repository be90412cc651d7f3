import type { Status } from '../claim-schema.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import { isYear } from './is-year.ts'
import type { MentionContext } from './mention-context.ts'

const datePreposition = wordClass('date-preposition')

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const day = 86_400_000

/**
 * When the claim holds, as far as its sentence says and the day of publication tells. What is already so takes
 * no date after that day: it belongs to another count of the sentence.
 */
export function resolveDate(
  { tokens, reading, mention }: MentionContext,
  today: Date | null,
  status: Status,
): string | null {
  const latest = status === 'actual' && today !== null ? iso(today.getTime()) : null
  let best: { date: string; distance: number } | null = null
  for (let from = reading.sentence.from; from < reading.sentence.to; from += 1) {
    const date = readDate(tokens, from, today, status === 'expected')
    if (date !== null && latest !== null && date > latest) continue
    const distance = Math.abs(from - mention.from)
    if (date !== null && (best === null || distance < best.distance)) best = { date, distance }
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
  if (token.lower === 'yesterday') return iso(today.getTime() - day)
  if (token.lower === 'today' || token.lower === 'overnight') return iso(today.getTime())
  if (token.capital && words.weekday.has(token.lower)) return lastWeekday(token.lower, today)
  return null
}

function isYearAfterPreposition(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'number' && isYear(tokens[at]?.text) && isOneOf(tokens[at - 1], datePreposition)
}

function endOfYear(token: Token, end: boolean): string {
  return end ? `${token.text}-12-31` : `${token.text}-01-01`
}

function readEnd(tokens: readonly Token[], at: number, today: Date | null): string | null {
  const word = tokens[at]?.lower === 'the' || tokens[at]?.lower === 'this' ? tokens[at + 1] : tokens[at]
  if (word && /^20\d\d$/.test(word.text)) return `${word.text}-12-31`
  return word?.lower === 'year' && today ? `${today.getUTCFullYear()}-12-31` : null
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
  return new Date(time).getUTCMonth() === month ? iso(time) : null
}

function yearNear(month: number, date: number, today: Date | null, ahead: boolean): number | null {
  if (today === null) return null
  const year = today.getUTCFullYear()
  const time = Date.UTC(year, month, date)
  if (ahead) return time < today.getTime() ? year + 1 : year
  return time > today.getTime() ? year - 1 : year
}

function lastWeekday(word: string, today: Date): string {
  const wanted = weekdays.indexOf(word.slice(0, 3))
  const back = (today.getUTCDay() - wanted + 7) % 7
  return iso(today.getTime() - back * day)
}

/** The day as ISO 8601 writes it; `toISOString` takes several times as long. */
function iso(time: number): string {
  const date = new Date(time)
  return `${digits(date.getUTCFullYear(), 4)}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
