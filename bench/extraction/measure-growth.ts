import { extractClaims } from '@muster/extraction'
import { composeArticles } from './compose-articles.ts'
import { cpuTime } from './cpu-time.ts'

const SMALL = 10_000
const LARGE = 1_000_000
const ROUNDS = 3

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

/**
 * As many small texts as make a large one, in turns with it: both meet the same collection of garbage and the same
 * other work of the machine. The best of short runs against the best of long ones would favour the short.
 */
function grow(text: string, make: (length: number) => string): Growth {
  const [small, large] = [make(SMALL), make(LARGE)]
  const batch = LARGE / SMALL
  read(small, batch)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    small: cpuTime(() => read(small, batch)) / batch,
    large: cpuTime(() => read(large, 1)),
  }))
  return {
    text,
    small: middle(rounds.map((round) => round.small)),
    large: middle(rounds.map((round) => round.large)),
  }
}

function read(text: string, times: number): void {
  for (let time = 0; time < times; time += 1) extractClaims({ id: 'any', title: null, text, published: null })
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
