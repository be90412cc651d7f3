import type { Estimate, EstimateChange } from '@muster/estimates'
import type { DeltaKind } from './delta.ts'

/**
 * What a change of an estimate is to its reader, or null when it is nothing new: a repeat by an origin already
 * counted, a further outlet, a later date. Where several kinds fit, the first of this order is told: first,
 * withdrawn, contested, settled, raised, lowered, widened, narrowed, corroborated.
 */
export function kindOfChange({
  basis,
  before,
  after,
}: Pick<EstimateChange, 'basis' | 'before' | 'after'>): DeltaKind | null {
  if (basis === 'outlook') return before && after && sameNumbers(before, after) ? null : 'outlook'
  if (!before) return 'first'
  if (!after) return 'withdrawn'
  if (after.contested !== before.contested) return after.contested ? 'contested' : 'settled'
  if (after.best !== before.best) return after.best > before.best ? 'raised' : 'lowered'
  if (!sameNumbers(before, after)) return isWider(before, after) ? 'widened' : 'narrowed'
  return after.origins.some((origin) => !before.origins.includes(origin)) ? 'corroborated' : null
}

function sameNumbers(a: Estimate, b: Estimate): boolean {
  return (
    a.low === b.low &&
    a.best === b.best &&
    a.high === b.high &&
    a.lowOpen === b.lowOpen &&
    a.highOpen === b.highOpen &&
    a.contested === b.contested
  )
}

function isWider(before: Estimate, after: Estimate): boolean {
  const width = ({ low, high }: Estimate) => high - low
  const open = ({ lowOpen, highOpen }: Estimate) => Number(lowOpen) + Number(highOpen)
  if (width(after) !== width(before)) return width(after) > width(before)
  if (open(after) !== open(before)) return open(after) > open(before)
  return after.low < before.low || after.high > before.high
}
