const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LANGUAGES = 'en de fr es it pt nl pl ru uk cs sv nb da tr ro hu el id'.split(' ')

let names: Map<string, number> | undefined

/** The number of a month, 1 to 12, by its name or abbreviation in the languages of the news; null for other words. */
export function readMonth(word: string): number | null {
  const name = plain(word)
  const english = ENGLISH.indexOf(name.slice(0, 3)) + 1
  // "mars" and "mayo" are months as well, but "marts" is not March because "mar" is.
  if (english > 0 && (name.length === 3 || isEnglish(name))) return english
  names ??= readNames()
  return names.get(name) ?? null
}

const isEnglish = (name: string): boolean =>
  /^(january|february|march|april|june|july|august|sept|september|october|november|december)$/.test(name)

/** Without accents, which some write and some do not. */
const plain = (word: string): string =>
  word.toLowerCase().replace(/\.$/, '').normalize('NFD').replace(/\p{M}/gu, '')

/** In a date a month has another form than alone in some languages; both are read. */
function readNames(): Map<string, number> {
  const found = new Map<string, number>()
  const forms = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const
  for (const language of LANGUAGES) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 15))
        const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '')
        if (name && !found.has(name)) found.set(name, month)
      }
    }
  }
  return found
}
