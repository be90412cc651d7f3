/** Turns named lists of words into named sets. */
export function toSets<Name extends string>(
  lists: Record<Name, readonly string[]>,
): Record<Name, ReadonlySet<string>> {
  const sets = {} as Record<Name, ReadonlySet<string>>
  for (const name in lists) sets[name] = new Set(lists[name])
  return sets
}
