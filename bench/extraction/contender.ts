import type { ArticleInput } from '@muster/extraction'

/** A count as a recogniser reads it: offsets in the text, bounds, and what is counted. */
export type Count = {
  start: number
  end: number
  low: number | null
  high: number | null
  unit: string
}

/** Something that reads counts from articles. */
export type Contender = { name: string; read: (article: ArticleInput) => readonly Count[] }
