/** Words that no name of a source runs across. */
export const sourceWalls: ReadonlySet<string> = new Set([
  ...['that', 'who', 'which', 'while', 'but', 'as', 'when', 'where', 'because', 'if', 'although', 'though'],
  ...['whereas', 'so', 'since', 'until', 'what', 'how'],
])
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
