import type { Estimate } from './estimate.ts'

/** Whether two estimates say the same of everything. */
export function sameEstimate(a: Estimate | null, b: Estimate | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.low === b.low &&
    a.best === b.best &&
    a.high === b.high &&
    a.lowOpen === b.lowOpen &&
    a.highOpen === b.highOpen &&
    a.contested === b.contested &&
    a.articles === b.articles &&
    a.newestPublishedAt.getTime() === b.newestPublishedAt.getTime() &&
    sameList(a.origins, b.origins) &&
    sameList(a.outlets, b.outlets) &&
    sameList(a.claimIds, b.claimIds)
  )
}

/** Lists that nothing was done to are the same object, which spares looking at them. */
function sameList(a: string[], b: string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]))
}
