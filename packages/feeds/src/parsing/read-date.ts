import { type DateFields, readWordedDate } from './read-worded-date.ts'
import { readZone } from './read-zone.ts'

const CLOCK = String.raw`(?:[tT\s]+(\d\d?):?(\d\d)(?::?(\d\d(?:[.,]\d+)?))?)?\s*([a-zA-Z]*\s*(?:[-+−][\d:]+)?)`
/** Between the numbers of a date; in Chinese, Japanese and Korean they are named. */
const DASH = String.raw`(?:\s*[-/.年년月월]\s*)?`
const CALENDAR = new RegExp(
  String.raw`^(?!\d{5}(?!\d))(\d{4})(?:${DASH}(\d\d?)(?:${DASH}(\d\d?)\s*[日일.]?)?)?${CLOCK}$`,
)
const ORDINAL = new RegExp(String.raw`^(\d{4})-?(\d{3})(?!\d)${CLOCK}$`)

/** Before a date that begins with the year. */
const WEEKDAY = /^\p{L}+\.?,? (?=\d{4}[-/.])/u
/** Korean, Japanese and Chinese name the half of the day before the hour. */
const HALF_DAY = /(오전|오후|午前|午後|上午|下午) ?(\d\d?)(?=:)/

/** Generators write earlier dates where they have none. */
const EARLIEST = Date.UTC(1970, 0, 2)

/**
 * Reads a date as feeds write it: ISO 8601 in its variants, RFC 822 with its old and broken forms, the languages
 * that news comes in, seconds or milliseconds since 1970. Without a zone it is UTC. Null when it cannot be read or
 * can be read in two ways ("03/04/2024").
 */
export function readDate(text: string | null | undefined): Date | null {
  const written = (text ?? '').slice(0, 200).replace(/\s+/g, ' ').trim()
  if (/^\d{10}(\d{3})?$/.test(written)) return new Date(Number(written.padEnd(13, '0')))
  const numbers = written.replace(WEEKDAY, '').replace(HALF_DAY, toHourOfDay)
  const fields = readOrdinal(numbers) ?? readCalendar(numbers) ?? readWordedDate(numbers)
  return fields && toDate(fields)
}

/** "오후 3" is 15. */
function toHourOfDay(_: string, half: string, hour: string): string {
  return String((Number(hour) % 12) + ('오후 午後 下午'.includes(half) ? 12 : 0))
}

function readOrdinal(written: string): DateFields | null {
  const match = ORDINAL.exec(written)
  if (!match) return null
  const date = new Date(Date.UTC(Number(match[1]), 0, Number(match[2])))
  return clock(match.slice(3), date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function readCalendar(written: string): DateFields | null {
  const match = CALENDAR.exec(written)
  return match && clock(match.slice(4), Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1))
}

function clock(
  [hour, minute, second, zone]: (string | undefined)[],
  year: number,
  month: number,
  day: number,
) {
  const [hours, minutes] = [Number(hour ?? 0), Number(minute ?? 0)]
  const seconds = Number((second ?? '0').replace(',', '.'))
  return { year, month, day, hour: hours, minute: minutes, second: seconds, zone: zone ?? '' }
}

function toDate({ year, month, day, hour, minute, second, zone }: DateFields): Date | null {
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth
  if (!exists || hour > 24 || minute > 59 || second >= 61) return null
  // A leap second has no time of its own.
  const milliseconds = Math.floor((second < 60 ? second : 59) * 1000 + 1e-6)
  const at = Date.UTC(year, month - 1, day, hour, minute - readZone(zone), 0, milliseconds)
  return at >= EARLIEST ? new Date(at) : null
}
