import type { Token } from '../text/token.ts'
import type { Quantity } from './read-quantity.ts'

/** A quantity with the bound that follows its noun: "two carriers at most", "20,000 soldiers or more". */
export function boundedAfter(tokens: readonly Token[], quantity: Quantity, to: number): Quantity {
  const { low, high, qualifier } = quantity
  if (low === null || high === null || low !== high) return quantity
  if (qualifier !== 'exact' && qualifier !== 'approximate') return quantity
  const first = tokens[to]?.lower ?? ''
  const second = tokens[to + 1]?.lower ?? ''
  const bound = first === 'or' ? bounds[second] : first === 'at' ? bounds[`at ${second}`] : undefined
  if (bound === undefined) return quantity
  return bound === 'at_least'
    ? { ...quantity, high: null, qualifier: bound }
    : { ...quantity, low: null, qualifier: bound }
}

const bounds: Record<string, 'at_least' | 'at_most'> = {
  more: 'at_least',
  fewer: 'at_most',
  less: 'at_most',
  'at least': 'at_least',
  'at most': 'at_most',
}
