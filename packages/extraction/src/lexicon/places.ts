import { iso31662 } from 'iso-3166/2.js'
import data from '../../data/places.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { PlacesSchema } from './schemas.ts'

const lists = loadData('places.json', PlacesSchema, data)

const plain = /^[A-Za-z .-]*$/
const regions = new Map<string, string>()

// English names of the data file win over the local names of the standard.
for (const { code, name } of iso31662) regions.set(plainName(name), regions.has(plainName(name)) ? '' : code)

for (const [code, names] of Object.entries(lists.regions))
  for (const name of names) regions.set(plainName(name), code)

/** The words that make a name a place. */
export const placeWords = {
  kinds: new Set(lists.kinds),
  parts: new Set(lists.parts),
  borders: new Set(lists.borders),
  bodies: new Set(lists.bodies),
  events: new Set(lists.events),
  directions: new Set(lists.directions),
  prepositions: new Set(lists.prepositions),
}

/** The ISO 3166-2 code of a region's name, or null; a name that two countries share has none. */
export function findRegionCode(name: string): string | null {
  return regions.get(plainName(name)) || null
}

function plainName(name: string): string {
  if (plain.test(name)) return name.toLowerCase()
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
}
