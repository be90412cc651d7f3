import { extractClaims } from '@muster/extraction'
import { composeArticles } from './compose-articles.ts'
import { cpuTime } from './cpu-time.ts'

const SMALL = 10_000
const LARGE = 1_000_000

/** Milliseconds of processor time for a text of 10 KB and for one of 1 MB of the same kind. */
export type Growth = { text: string; small: number; large: number }

// Texts that are nothing but one thing: what an expression that backtracks, or a search without a floor, is slow at.
const PIECES = {
  digits: '1234567890',
  commas: ',',
  'numbers and commas': '1,',
  'the word thousand': 'thousand ',
  'hyphened thousands': 'thousand-',
  quotes: '"',
  'open brackets': '(',
  'the word and': 'and ',
  'the word of': 'of ',
  'line breaks': '\n',
  'capital letters': 'A',
  'capital words': 'Arcadia ',
  'a count': '5 soldiers ',
  'counts without an end': 'about 5 soldiers and ',
  'numbers without a noun': '5 of the ',
  'said, said': 'he said ',
  'points between letters': 'U.',
  'hidden characters': '\u200b',
  entities: '&nbsp;',
  'open entities': '&',
}

/** Measures how the time grows with the length of the text: of composed news, and of texts made to be slow. */
export function measureGrowth(): Growth[] {
  const [news] = composeArticles(1, LARGE)
  return [
    grow('composed news', (length) => (news?.text ?? '').slice(0, length)),
    ...Object.entries(PIECES).map(([name, piece]) =>
      grow(name, (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)),
    ),
  ]
}

function grow(text: string, make: (length: number) => string): Growth {
  const [small, large] = [make(SMALL), make(LARGE)]
  return { text, small: bestOf(40, small), large: bestOf(3, large) }
}

/** The best of some runs: the time of the work itself, without what else the machine did. */
function bestOf(runs: number, text: string): number {
  const times = Array.from({ length: runs }, () =>
    cpuTime(() => extractClaims({ id: 'any', title: null, text, published: null })),
  )
  return Math.min(...times)
}
