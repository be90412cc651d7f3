import { type WordClass, wordClass } from '../lexicon/word-classes.ts'

/** Words that no name of a source runs across. */
export const sourceWalls: WordClass = wordClass('name-wall')

/** Marks that no name of a source runs across. */
export const sourceMarks: ReadonlySet<string> = new Set([
  '"',
  ';',
  ':',
  '—',
  '–',
  '(',
  ')',
  '.',
  '!',
  '?',
  '>',
])
/** More words than any name of a source has. */
export const longestSource = 16
