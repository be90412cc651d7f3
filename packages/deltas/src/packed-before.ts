import type { Estimate } from '@muster/estimates'

/** Of the estimate before a delta what was other than after it; of a list, what is gone from it and what has come. */
export type PackedBefore = { [Key in keyof Estimate]?: Estimate[Key] | PackedList }

type PackedList = { gone?: string[]; come?: string[] }

/**
 * The estimate before a delta as JSON, without what the estimate after it says as well, which is most: half of what a
 * rebuild writes.
 */
export function packBefore(before: Estimate, after: Estimate): string {
  let text = ''
  if (before.low !== after.low) text += `,"low":${before.low}`
  if (before.best !== after.best) text += `,"best":${before.best}`
  if (before.high !== after.high) text += `,"high":${before.high}`
  if (before.lowOpen !== after.lowOpen) text += `,"lowOpen":${before.lowOpen}`
  if (before.highOpen !== after.highOpen) text += `,"highOpen":${before.highOpen}`
  if (before.contested !== after.contested) text += `,"contested":${before.contested}`
  text += packList('origins', before.origins, after.origins)
  text += packList('outlets', before.outlets, after.outlets)
  if (before.articles !== after.articles) text += `,"articles":${before.articles}`
  if (before.newestPublishedAt.getTime() !== after.newestPublishedAt.getTime())
    text += `,"newestPublishedAt":"${before.newestPublishedAt.toISOString()}"`
  return `{${(text + packList('claimIds', before.claimIds, after.claimIds)).slice(1)}}`
}

/** The estimate before a delta again. */
export function unpackBefore(packed: PackedBefore, after: Estimate): Estimate {
  const before: Record<string, unknown> = { ...after, ...packed }
  for (const key of ['origins', 'outlets', 'claimIds'] as const) {
    const list = packed[key]
    if (list) before[key] = Array.isArray(list) ? list : unpackList(list, after[key])
  }
  return before as Estimate
}

/** Both lists are in order. */
function packList(key: string, was: string[], is: string[]): string {
  if (was === is) return ''
  const gone: string[] = []
  const come: string[] = []
  let w = 0
  let i = 0
  while (w < was.length || i < is.length) {
    const before = was[w]
    const after = is[i]
    if (before === after) i++
    else if (after === undefined || (before !== undefined && before < after)) gone.push(before as string)
    else {
      come.push(after)
      i++
      continue
    }
    w++
  }
  return textOf(key, gone, come)
}

function textOf(key: string, gone: string[], come: string[]): string {
  if (gone.length === 0) return come.length === 0 ? '' : `,"${key}":{"come":${JSON.stringify(come)}}`
  const rest = come.length === 0 ? '' : `,"come":${JSON.stringify(come)}`
  return `,"${key}":{"gone":${JSON.stringify(gone)}${rest}}`
}

function unpackList({ gone = [], come = [] }: PackedList, is: string[]): string[] {
  return [...is.filter((text) => !come.includes(text)), ...gone].sort()
}
