const WORDS_A_SHINGLE = 3
/** A copy of a whole book is known by its beginning: what is hashed of a text must not stop the poller. */
const MOST_WORDS = 10_000
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Hashes of every three words that follow one another in a text, each once, in the order of the text. Case,
 * punctuation and white space are not looked at; a text of one or two words is one shingle.
 */
export function shinglesOf(text: string): number[] {
  const words: number[] = []
  for (const [word] of text.matchAll(WORD)) {
    if (words.push(hashOfWord(word.toLowerCase())) === MOST_WORDS) break
  }
  const last = Math.max(0, words.length - WORDS_A_SHINGLE)
  const shingles = words.length === 0 ? [] : Array.from({ length: last + 1 }, (_, at) => shingleAt(words, at))
  return [...new Set(shingles)]
}

function shingleAt(words: number[], at: number): number {
  return words.slice(at, at + WORDS_A_SHINGLE).reduce((hash, word) => mixHash(Math.imul(hash, 31) + word), 0)
}

/** FNV-1a. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Scatters a number over 32 bits (the end of MurmurHash3), so that no pattern of the input is left. */
export function mixHash(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
