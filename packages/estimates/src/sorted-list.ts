/** Puts an item into a list that is in order, behind its equals; answers with its index. */
export function insertSorted<T>(list: T[], item: T, compare: (a: T, b: T) => number): number {
  const index = firstAfter(list, item, compare)
  if (index === list.length) list.push(item)
  else list.splice(index, 0, item)
  return index
}

/** Takes the item out that compares equal; false when there is none. Mostly it is the first, which has become too old. */
export function removeSorted<T>(list: T[], item: T, compare: (a: T, b: T) => number): boolean {
  if (list[0] === item) return list.shift() !== undefined
  const index = firstAfter(list, item, compare) - 1
  if (index < 0 || compare(list[index] as T, item) !== 0) return false
  list.splice(index, 1)
  return true
}

/** The index behind all items that are not after this one: mostly the end, so that is looked at first. */
function firstAfter<T>(list: T[], item: T, compare: (a: T, b: T) => number): number {
  let [low, high] = [0, list.length]
  if (high === 0 || compare(list[high - 1] as T, item) <= 0) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(list[middle] as T, item) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
