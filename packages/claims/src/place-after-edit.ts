/** A stretch of a text, from `start` up to `end`. */
export type Span = { start: number; end: number }

/**
 * Tells where a stretch of a text is to be looked for after an edit: what is before all changes stays, what is behind
 * them moves along with the end, and what lies between is looked for where it was.
 */
export function placeAfterEdit(before: string, after: string): (span: Span) => Span {
  const longest = Math.min(before.length, after.length)
  const head = commonLength(longest, (n) => before[n] === after[n])
  const tail = commonLength(longest - head, (n) => before.at(-1 - n) === after.at(-1 - n))
  const shift = after.length - before.length
  const behind = before.length - tail
  return ({ start, end }) => ({
    start: start >= behind ? start + shift : start,
    end: end > behind ? end + shift : end,
  })
}

function commonLength(most: number, isSame: (n: number) => boolean): number {
  let n = 0
  while (n < most && isSame(n)) n++
  return n
}
