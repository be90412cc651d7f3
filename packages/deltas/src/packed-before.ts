import type { Estimate } from '@muster/estimates'

/** Of the estimate before a delta what was other than after it; of a list, what is gone from it and what has come. */
export type PackedBefore = { [Key in keyof Estimate]?: Estimate[Key] | PackedList }

type PackedList = { gone?: string[]; come?: string[] }

/** Leaves out what the estimate after a delta says as well, which is most: half of what a rebuild writes. */
export function packBefore(before: Estimate, after: Estimate): PackedBefore {
  const packed: Record<string, unknown> = {}
  for (const key of Object.keys(before) as (keyof Estimate)[]) {
    const [was, is] = [before[key], after[key]]
    if (Array.isArray(was)) packList(packed, key, was, is as string[])
    else if (was.valueOf() !== is.valueOf()) packed[key] = was
  }
  return packed as PackedBefore
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

function packList(packed: Record<string, unknown>, key: string, was: string[], is: string[]): void {
  if (was === is) return
  const gone = was.filter((text) => !is.includes(text))
  const come = is.filter((text) => !was.includes(text))
  if (gone.length + come.length === 0) return
  packed[key] = { ...(gone.length > 0 && { gone }), ...(come.length > 0 && { come }) }
}

function unpackList({ gone = [], come = [] }: PackedList, is: string[]): string[] {
  return [...is.filter((text) => !come.includes(text)), ...gone].sort()
}
