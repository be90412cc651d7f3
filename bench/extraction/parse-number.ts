const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
}
const SCALES: Record<string, number> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }

/** Reads "11,000", "about 1.3 million" or "three thousand" as a number; what has none is NaN. */
export function parseNumber(written: string): number {
  let value = Number.NaN
  for (const part of written
    .toLowerCase()
    .replaceAll(',', '')
    .split(/[\s-]+/)) {
    const number = WORDS[part] ?? (/^\d+(?:\.\d+)?$/.test(part) ? Number(part) : undefined)
    const scale = SCALES[part]
    if (scale !== undefined) value = (Number.isNaN(value) ? 1 : value) * scale
    else if (number !== undefined) value = (Number.isNaN(value) ? 0 : value) + number
  }
  return value
}
