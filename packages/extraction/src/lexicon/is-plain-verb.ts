import { words } from './words.ts'

/** Whether a word is a plain verb that is no noun too, such as "remain" and "keeps". */
export function isPlainVerb(word: string): boolean {
  return words['plain-verb'].has(word)
}
