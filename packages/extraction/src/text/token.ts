/** A word, number, code (`08:00`, `9M723`) or mark of the text, with its exact span. */
export type Token = NumberToken | OtherToken

/** A number and what it is worth. */
export type NumberToken = Written & { kind: 'number'; value: number }

/** Without a value, for a field of nothing but floating point would be a box of its own for each token. */
type OtherToken = Written & { kind: 'word' | 'code' | 'mark'; value: undefined }

type Written = {
  start: number
  end: number
  /** The written form without soft hyphens and zero-width characters, with straight quotes. */
  text: string
  lower: string
  /** Whether white space stands before it. */
  gap: boolean
  /** How many line breaks stand before it. */
  breaks: number
  capital: boolean
  /** What the word may begin, as bits of `wordKind`. */
  kinds: number
  /** The id of the word in `lower`, or `unknownWord`. */
  wordId: number
}
