/** How wide a place is: 0 not stated, 1 country, 2 region, 3 town or anything smaller. */
export type PlaceLevel = 0 | 1 | 2 | 3

/** The widest of a claim's places, by the shape of their ids (ISO 3166-1 country, ISO 3166-2 region). */
export function placeLevel(placeIds: string[]): PlaceLevel {
  let widest: PlaceLevel = placeIds.length === 0 ? 0 : 3
  for (const id of placeIds) {
    const level = levelOf(id)
    if (level < widest) widest = level
  }
  return widest
}

/** By its length first: the fold of estimates asks for the level of every place many times over. */
function levelOf(id: string): PlaceLevel {
  if (id.length === 2) return /^[A-Z]{2}$/.test(id) ? 1 : 3
  return id.length <= 6 && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(id) ? 2 : 3
}
