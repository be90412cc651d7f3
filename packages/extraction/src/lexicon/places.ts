import iso from 'i18n-iso-countries/index.js'
import { iso31662 } from 'iso-3166'
import data from '../../data/places.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { PlacesSchema } from './schemas.ts'

const lists = loadData('places.json', PlacesSchema, data)
const regions = new Map<string, string>()
// English names of the data file win over the local names of the standard.
for (const { code, name } of iso31662) regions.set(plainName(name), regions.has(plainName(name)) ? '' : code)
for (const [code, names] of Object.entries(lists.regions))
  for (const name of names) regions.set(plainName(name), code)

/** The words that make a name a place. */
export const placeWords = {
  kinds: new Set(lists.kinds),
  directions: new Set(lists.directions),
  prepositions: new Set(lists.prepositions),
}

/** The ISO 3166-2 code of a region's name, or null; a name that two countries share has none. */
export function findRegionCode(name: string): string | null {
  return regions.get(plainName(name)) || null
}

/** The state of a place by its ISO 3166 code, as ISO 3166-1 alpha-3; null for towns. */
export function findStateOfPlace(id: string): string | null {
  return /^[A-Z]{2}(?:-|$)/.test(id) ? (iso.alpha2ToAlpha3(id.slice(0, 2)) ?? null) : null
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
}
