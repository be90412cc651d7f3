import type { Document } from './document.ts'
import { wordKind } from './word-kinds.ts'

/** How many words of an article are of armies, and how many of civilians. */
export type WarWords = { military: number; civil: number }

const counted = new WeakMap<Document, WarWords>()

/** Counts the words that speak of armies and of civilians, once for each document. */
export function countWarWords(document: Document): WarWords {
  const known = counted.get(document)
  if (known !== undefined) return known
  let military = 0
  let civil = 0
  for (const { kinds } of document.tokens) {
    if ((kinds & wordKind.military) !== 0) military += 1
    else if ((kinds & wordKind.civil) !== 0) civil += 1
  }
  const words = { military, civil }
  counted.set(document, words)
  return words
}
