/** How wide a place is: 0 not stated, 1 country, 2 region, 3 town or anything smaller. */
export type PlaceLevel = 0 | 1 | 2 | 3

/** The widest of a claim's places, by the shape of their ids (ISO 3166-1 country, ISO 3166-2 region). */
export function placeLevel(placeIds: string[]): PlaceLevel {
  if (placeIds.length === 0) return 0
  if (placeIds.some((id) => /^[A-Z]{2}$/.test(id))) return 1
  return placeIds.some((id) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(id)) ? 2 : 3
}
