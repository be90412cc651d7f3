import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }

// The package itself loads five modules more to answer this.
const threeLetters = new Map(codes.map(([two = '', three = '']) => [two, three]))
const twoLetters = new Map(codes.map(([two = '', three = '']) => [three, two]))

/** The ISO 3166-1 codes of a country: alpha-3 for alpha-2, and the other way round; null for what is none. */
export const countryCodes = {
  toThreeLetters: (code: string): string | null => threeLetters.get(code) ?? null,
  toTwoLetters: (code: string): string | null => twoLetters.get(code) ?? null,
}
