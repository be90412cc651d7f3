/** The id of no word at all. */
export const noWord = 0
/** The id of every word that was never added. */
export const unknownWord = -1

const ids = new Map<string, number>([['', noWord]])
const words = ['']
let isOpen = false

/** The id of a word, or `unknownWord`: numbers are several times quicker to look up than strings. */
export function wordId(word: string): number {
  return ids.get(word) ?? (isOpen ? addWord(word) : unknownWord)
}

/** The word that has an id. */
export function wordOf(id: number): string {
  return words[id] ?? ''
}

/** Gives a word an id, if it has none. */
export function addWord(word: string): number {
  const known = ids.get(word)
  if (known !== undefined) return known
  ids.set(word, words.length)
  joined.length = 0
  return words.push(word) - 1
}

/** The ids of two words written as one with a space between them, by the first and by the second. */
const joined: (Map<number, number> | undefined)[] = []

/** The id of two words with a space between them, or `unknownWord`; they are joined once, not at each call. */
export function joinedId(first: number, second: number): number {
  const known = joined[first]?.get(second)
  return known ?? joinWords(first, second)
}

function joinWords(first: number, second: number): number {
  const id = wordId(`${wordOf(first)} ${wordOf(second)}`)
  const after = joined[first] ?? new Map<number, number>()
  joined[first] = after.set(second, id)
  return id
}

/** From now on every word that is asked for gets an id; memory grows with them. */
export function openWords(): void {
  isOpen = true
}
