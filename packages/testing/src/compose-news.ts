const SPEAKERS = [
  'The defence ministry',
  'The general staff',
  'Governor Talvik',
  'A spokesman',
  'Two officials',
]
const VERBS = ['said that', 'denied that', 'confirmed that', 'reported that', 'believe that']
const FORCES = [
  'conscripts',
  'marines',
  'gunners',
  'reservists',
  'engineers',
  'volunteers',
  'drones',
  'tanks',
]
const SYLLABLES = [
  'ba',
  'dor',
  'el',
  'fin',
  'gra',
  'hul',
  'is',
  'ko',
  'lem',
  'na',
  'or',
  'pel',
  'ru',
  'sta',
  'tin',
]
/** What every paper says of the matter each day: texts that are no copies have it in common. */
const STANDING = [
  'The war began in the spring of last year, when Orvenia closed the border and called up its reserve.',
  'Neither side has given figures that could be verified independently.',
  'Thousands have fled the region since, and aid groups warn of a hard winter ahead.',
]

/** Numbers from 0 to 1 that are the same for a seed for ever. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    // Mulberry32: neighbouring seeds have nothing in common.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The sentences of a made-up report of a made-up war: all seeds tell of the same matter, each in its own words. */
export function composeNews(seed: number, sentences = 18): string[] {
  const random = randomFrom(seed)
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)] as string
  const told = (): string => Array.from({ length: 10 }, () => word(random)).join(' ')
  const said = Array.from({ length: sentences }, () => {
    const count = Math.floor(random() * 900) * 10 + 100
    return `${pick(SPEAKERS)} ${pick(VERBS)} ${count} ${pick(FORCES)} ${told()}.`
  })
  return [...said, pick(STANDING), pick(STANDING)]
}

/** One of 3,375 words: as in every language, few of them make up most of a text. */
function word(random: () => number): string {
  const rank = Math.floor(random() ** 3 * SYLLABLES.length ** 3)
  const parts = [rank % 15, Math.floor(rank / 15) % 15, Math.floor(rank / 225)]
  return parts.map((part) => SYLLABLES[part]).join('')
}
