/** A word, number, code (`08:00`, `9M723`) or mark of the text, with its exact span. */
export type Token = {
  start: number
  end: number
  /** The written form without soft hyphens and zero-width characters, with straight quotes. */
  text: string
  lower: string
  kind: 'word' | 'number' | 'code' | 'mark'
  /** Whether white space stands before it. */
  gap: boolean
  /** How many line breaks stand before it. */
  breaks: number
  capital: boolean
  value: number
  /** What the word may begin, as bits of `wordKind`. */
  kinds: number
  /** The id of the word in `lower`, or `unknownWord`. */
  wordId: number
}
