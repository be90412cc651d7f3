import { tokenise } from '../text/tokenise.ts'
import { markWord, type WordKind } from '../text/word-kinds.ts'

type Branch<Value> = { value: Value | null; next: Branches<Value> | null }
/** What follows a word of a phrase, and what is said of the phrase that ends with it. */
type Branches<Value> = Map<string, Branch<Value>>
/** Phrases by their tokens, so that a look-up costs one map read a token; first words are marked with the kind. */
export type PhraseIndex<Value> = { kind: WordKind; words: Branches<Value> }
/** The longest phrase found at a place. */
export type PhraseMatch<Value> = { value: Value; length: number }

/** Creates an index without phrases. */
export function createPhraseIndex<Value>(kind: WordKind): PhraseIndex<Value> {
  return { kind, words: new Map() }
}

/** Adds a phrase, cut by the same tokeniser as the texts; the later of two values stands. */
export function addPhrase<Value>(index: PhraseIndex<Value>, phrase: string, value: Value): void {
  let level = index.words
  const words = wordsOf(phrase)
  if (words[0]) markWord(words[0], index.kind)
  words.forEach((word, at) => {
    const branch: Branch<Value> = level.get(word) ?? { value: null, next: null }
    level.set(word, branch)
    if (at === words.length - 1) branch.value = value
    else {
      branch.next ??= new Map()
      level = branch.next
    }
  })
}

const plain = /^[A-Za-z]+(?: [A-Za-z]+)*$/

/** Plain words need no tokeniser, which is slow before V8 has compiled it: most of the lexicon is read without. */
function wordsOf(phrase: string): string[] {
  if (plain.test(phrase)) return phrase.toLowerCase().split(' ')
  return tokenise(phrase).map(({ lower }) => lower)
}
