import { type Sentence, splitSentences } from './split-sentences.ts'
import type { Token } from './token.ts'
import { tokenise } from './tokenise.ts'

/** A text cut into tokens and sentences; `sentenceOf` gives the sentence of each token. */
export type Document = { text: string; title: string; tokens: Token[]; sentences: Sentence[] }

/** Reads a text once; everything later works on its tokens. */
export function readDocument(title: string | null, text: string): Document {
  const tokens = tokenise(text)
  return { text, title: title ?? '', tokens, sentences: splitSentences(tokens) }
}
