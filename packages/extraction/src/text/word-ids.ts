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
  return words.push(word) - 1
}

/** From now on every word that is asked for gets an id; memory grows with them. */
export function openWords(): void {
  isOpen = true
}
