import { mixHash, shinglesOf } from './shingles-of.ts'

/** A text or its beginning: of how many different shingles, and the least of their hashes by each of 66 functions. */
export type PrintedPart = { shingles: number; minima: Uint32Array }

/** What is kept of a text to know its copies by: the whole first, then its beginnings. */
export type TextPrint = PrintedPart[]

/** Prints of fewer tell nothing: two short summaries that differ in the number they tell have most of their words in common. */
export const FEWEST_SHINGLES = 30
/** 22 bands of three. */
export const MINIMA = 66
/** Cuts keep the beginning. A copy that is a tenth of the whole has little in common with it, but not with these. */
const BEGINNINGS = [50, 200]
const SEEDS = Uint32Array.from({ length: MINIMA }, (_, index) => mixHash(0x9e3779b9 * (index + 1)))

/** The print of a text. Two prints tell how much their texts have in common, without the texts. */
export function printText(text: string): TextPrint {
  const shingles = shinglesOf(text)
  const minima = new Uint32Array(MINIMA).fill(0xffffffff)
  const beginnings: TextPrint = []
  for (const [index, shingle] of shingles.entries()) {
    for (let at = 0; at < MINIMA; at++) {
      const hash = mixHash(shingle ^ (SEEDS[at] as number))
      if (hash < (minima[at] as number)) minima[at] = hash
    }
    const count = index + 1
    if (count < shingles.length && BEGINNINGS.includes(count)) {
      beginnings.push({ shingles: count, minima: minima.slice() })
    }
  }
  return [{ shingles: shingles.length, minima }, ...beginnings]
}
