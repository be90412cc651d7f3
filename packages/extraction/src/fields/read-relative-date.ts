import { quantifiers } from '../lexicon/quantifiers.ts'
import type { Token } from '../text/token.ts'
import { day, isoDay } from './iso-day.ts'

const turns: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['next', 1],
])

/** "tomorrow", "last month", "next year", "three weeks ago", counted from the day of publication; months and years by their first day. */
export function readRelativeDate(tokens: readonly Token[], at: number, today: Date): string | null {
  const { lower } = tokens[at] as Token
  if (lower === 'yesterday') return isoDay(today.getTime() - day)
  if (lower === 'today' || lower === 'overnight') return isoDay(today.getTime())
  if (lower === 'tomorrow') return isoDay(today.getTime() + day)
  const turn = turns.get(lower)
  if (turn !== undefined) return startOf(tokens[at + 1]?.lower, turn, today)
  return lower === 'ago' ? readAgo(tokens, at, today) : null
}

function startOf(unit: string | undefined, turn: number, today: Date): string | null {
  if (unit === 'week') return isoDay(today.getTime() + 7 * turn * day)
  if (unit === 'month') return isoDay(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + turn))
  return unit === 'year' ? isoDay(Date.UTC(today.getUTCFullYear() + turn, 0)) : null
}

function readAgo(tokens: readonly Token[], at: number, today: Date): string | null {
  const many = countOf(tokens[at - 2])
  if (many === undefined || !Number.isInteger(many) || many > 200) return null
  const [year, month, date] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()]
  switch (tokens[at - 1]?.lower.replace(/s$/, '')) {
    case 'day':
      return isoDay(Date.UTC(year, month, date - many))
    case 'week':
      return isoDay(Date.UTC(year, month, date - 7 * many))
    case 'month':
      return isoDay(Date.UTC(year, month - many))
    case 'year':
      return isoDay(Date.UTC(year - many, 0))
    default:
      return null
  }
}

function countOf(token: Token | undefined): number | undefined {
  if (token?.kind === 'number') return token.value
  return token?.lower === 'a' || token?.lower === 'an' ? 1 : quantifiers.numbers.get(token?.lower ?? '')
}
