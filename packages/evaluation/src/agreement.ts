import type { GoldClaim } from './gold.ts'

export const levels = ['quantity', 'core', 'full'] as const

/** How far a predicted and an annotated claim agree; each level contains those before it. */
export type Level = (typeof levels)[number]

/** Whether two claims agree at a level. */
export function agree(level: Level, gold: GoldClaim, predicted: GoldClaim): boolean {
  const isQuantity =
    gold.start < predicted.end &&
    predicted.start < gold.end &&
    gold.low === predicted.low &&
    gold.high === predicted.high &&
    gold.unit === predicted.unit
  if (level === 'quantity' || !isQuantity) return isQuantity
  const isCore = gold.predicate === predicted.predicate && gold.actor === predicted.actor
  if (level === 'core' || !isCore) return isCore
  return (
    gold.status === predicted.status &&
    gold.extent === predicted.extent &&
    nameTheSame(gold.source, predicted.source)
  )
}

/** Sources are the same when they share a word longer than three letters, or one is the acronym of the other. */
export function nameTheSame(a: string | null, b: string | null): boolean {
  if (!a || !b) return !a && !b
  if (a.toLowerCase() === b.toLowerCase()) return true
  const known = longWords(b)
  return longWords(a).some((word) => known.includes(word)) || isAcronymOf(a, b) || isAcronymOf(b, a)
}

function longWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3)
}

function isAcronymOf(short: string, long: string): boolean {
  const initials = (long.match(/\b\p{Lu}/gu) ?? []).join('')
  return /^\p{Lu}{2,}$/u.test(short) && initials.includes(short)
}
