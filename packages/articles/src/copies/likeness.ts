import { MINIMA, type PrintedPart, type TextPrint } from './print-text.ts'

/** Of texts of very unequal length too few of the 66 minima can agree to tell anything. */
const MOST_UNEQUAL = 8

/**
 * How much of the shorter of two texts stands in the other, from 0 to 1, as their prints tell: a cut is as like as
 * a whole copy. The longer text is looked at as a whole and by its beginnings.
 */
export function likeness(a: TextPrint, b: TextPrint): number {
  const [shorter, longer] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a]
  const [whole] = shorter
  if (!whole || whole.shingles === 0) return 0
  return Math.max(0, ...longer.map((part) => shareIn(whole, part)))
}

const sizeOf = ([whole]: TextPrint): number => whole?.shingles ?? 0

/** The share of a text's shingles that a part of another text has too. */
function shareIn(whole: PrintedPart, part: PrintedPart): number {
  if (part.shingles > MOST_UNEQUAL * whole.shingles) return 0
  let agreeing = 0
  for (let at = 0; at < MINIMA; at++) if (whole.minima[at] === part.minima[at]) agreeing++
  // Two sets agree in a minimum as often as an element of either is in both.
  const inEither = agreeing / MINIMA
  const inBoth = (inEither * (whole.shingles + part.shingles)) / (1 + inEither)
  return Math.min(1, inBoth / whole.shingles)
}
