import { characterClass } from './character-class.ts'

type ScannedNumber = { end: number; kind: 'number' | 'code'; value: number }

const groupSpaces = new Set([' ', '\u00a0', '\u202f', '\u2009'])

/** Scans a numeral with its grouping ("62,400", "473 400", "2,50,000", "1.3"); "08:00" and "9M723" are codes. */
export function scanNumber(text: string, start: number): ScannedNumber {
  let at = skipDigits(text, start)
  let digits = text.slice(start, at)
  let grouped = ''
  for (;;) {
    const group = readGroup(text, start, at, grouped)
    if (group === null) break
    grouped ||= group.mark
    digits += group.mark === '.' ? `.${group.digits}` : group.digits
    at = group.end
  }
  if (isCode(text, at)) return { end: skipCode(text, at), kind: 'code', value: Number.NaN }
  return { end: at, kind: 'number', value: toValue(digits, grouped, text, at) }
}

function readGroup(text: string, start: number, at: number, grouped: string) {
  const mark = text[at]
  // Most numerals end here, and no mark needs a look then.
  if (!isDigit(text, at + 1)) return null
  if (mark === undefined || (mark !== ',' && mark !== '.' && !groupSpaces.has(mark))) return null
  const end = skipDigits(text, at + 1)
  const digits = text.slice(at + 1, end)
  if (groupSpaces.has(mark)) {
    const fits = digits.length === 3 && (grouped === '' ? at - start <= 3 : groupSpaces.has(grouped))
    // "24,000 152 mm rounds": a calibre after a space is no group.
    return fits && text[start] !== '0' && !isCalibre(text, end) ? { mark: ' ', digits, end } : null
  }
  return { mark, digits, end }
}

function isCalibre(text: string, at: number): boolean {
  return /^[\s-]?(?:mm|cm|km|-)/.test(text.slice(at, at + 3))
}

function hasScale(text: string, at: number): boolean {
  return /^\s?(?:million|billion|thousand|trillion|mn|mln|m\b|bn|lakh|crore)/i.test(text.slice(at, at + 10))
}

function toValue(digits: string, grouped: string, text: string, end: number): number {
  if (!digits.includes('.')) return Number(digits)
  const points = digits.split('.')
  // "3.000.000" and "15.000" group by points, "1.3" does not.
  if (grouped === '.' && points.slice(1).every((part) => part.length === 3) && !hasScale(text, end)) {
    return points.length > 2 || points[0] !== '0' ? Number(points.join('')) : Number(digits)
  }
  return points.length > 2 ? Number(points.join('')) : Number(digits)
}

/** A numeral runs on into letters or a colon, but for the suffixes of quantity ("10K", "4m", "152mm"). */
function isCode(text: string, at: number): boolean {
  const next = text[at]
  if (next === ':' || next === '/') return isDigit(text, at + 1)
  if (next === undefined || characterClass(text.charCodeAt(at)) !== 'letter') return false
  const end = skipCode(text, at)
  return !/^(?:k|m|bn|mn|mln|million|billion|thousand|mm|cm|km|kg|sq|kms|mi)$/i.test(text.slice(at, end))
}

function skipCode(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const kind = characterClass(text.charCodeAt(at))
    if (
      kind !== 'letter' &&
      kind !== 'digit' &&
      !((text[at] === ':' || text[at] === '/') && isDigit(text, at + 1))
    )
      break
    at += 1
  }
  return at
}

function skipDigits(text: string, start: number): number {
  let at = start
  while (isDigit(text, at)) at += 1
  return at
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}
