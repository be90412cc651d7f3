import { countryCodes } from './country-codes.ts'

/** The state of a place by its ISO 3166 code, as ISO 3166-1 alpha-3; null for towns. */
export function findStateOfPlace(id: string): string | null {
  return /^[A-Z]{2}(?:-|$)/.test(id) ? countryCodes.toThreeLetters(id.slice(0, 2)) : null
}
