import { type Sentence, splitSentences } from './split-sentences.ts'
import type { Token } from './token.ts'
import { tokenise } from './tokenise.ts'

/** A text cut into tokens and sentences, and its title cut into tokens. */
export type Document = { text: string; title: Token[]; tokens: Token[]; sentences: Sentence[] }

/** Reads a text once; everything later works on its tokens. */
export function readDocument(title: string | null, text: string): Document {
  const tokens = tokenise(text)
  return { text, title: tokenise(title ?? ''), tokens, sentences: splitSentences(tokens) }
}
