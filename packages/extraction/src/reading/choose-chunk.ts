import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'

const speakingWords = wordClass('speaking')
const who = wordClass('who')

type Chunk = { from: number; to: number }

/** Between commas, the words that name the subject; `whole` is where it starts with all that describes it. */
export function chooseChunk(
  tokens: readonly Token[],
  from: number,
  to: number,
): (Chunk & { whole: number }) | null {
  const chunks = cut(tokens, from, to)
  const last = chunks.at(-1)
  if (last === undefined) return null
  // Without a comma before the verb the subject stands right there.
  if (tokens[to - 1]?.text !== ',') return chunkWithin(last, last.from)
  const relative = chunks.findIndex(({ from: at }) => isOneOf(tokens[at], who))
  const described = relative > 0 ? relative - 1 : chunks.length - 2
  const head = chunks[described]
  if (head === undefined) return chunkWithin(last, last.from)
  if (
    relative <= 0 &&
    isBareName(tokens, last) &&
    !isDescription(tokens, last) &&
    isDescription(tokens, head)
  )
    return chunkWithin(last, head.from)
  // "Musa Ode, 45, a spokesman for the army, said".
  const name = chunks[described - 1]
  if (relative <= 0 && name && isDescription(tokens, head) && isBareName(tokens, name))
    return chunkWithin(name, name.from)
  return isBareName(tokens, last) && isAdjunct(tokens, head)
    ? chunkWithin(last, last.from)
    : chunkWithin(head, head.from)
}

// Written out: a spread is slow here.
function chunkWithin({ from, to }: Chunk, whole: number): Chunk & { whole: number } {
  return { from, to, whole }
}

function cut(tokens: readonly Token[], from: number, to: number): Chunk[] {
  const chunks: Chunk[] = []
  let start = from
  for (let at = from; at <= to; at += 1) {
    if (at < to && tokens[at]?.text !== ',') continue
    if (at > start) chunks.push({ from: start, to: at })
    start = at + 1
  }
  return chunks
}

/** "the spokesman", "a base near Jos", "Director of Public Relations", "speaking to reporters". */
function isDescription(tokens: readonly Token[], { from, to }: Chunk): boolean {
  const first = tokens[from] as Token
  if (!first.capital || words.determiner.has(first.lower) || isAdjunct(tokens, { from, to })) return true
  if (attribution.titles.has((tokens[to - 1] as Token).lower)) return true
  return attribution.titles.has(first.lower) && tokens[from + 1]?.lower === 'of'
}

function isAdjunct(tokens: readonly Token[], { from }: Chunk): boolean {
  const { lower, text } = tokens[from] as Token
  if (words.preposition.has(lower) || words.subordinator.has(lower)) return true
  return /^[a-z]+(?:ing|ed)$/.test(text) || speakingWords.words.has(lower)
}

function isBareName(tokens: readonly Token[], { from, to }: Chunk): boolean {
  return tokens.slice(from, to).every((token) => token.capital || token.kind === 'mark')
}
