import { words } from '../lexicon/words.ts'
import type { Token } from './token.ts'
import { markKind, markWord } from './word-kinds.ts'

/** A run of tokens, `from` inclusive and `to` exclusive. */
export type Sentence = { from: number; to: number; paragraph: number }

const longestSentence = 160
for (const mark of ['.', '!', '?', '…']) markWord(mark, markKind.ender)
for (const mark of ['"', "'", ')', ']']) markWord(mark, markKind.closer)
for (const mark of ['•', '-', '–', '—', '*', '·', '>', '●']) markWord(mark, markKind.bullet)
const { ender, closer, bullet } = markKind

/** Cuts tokens into sentences; a blank line always ends one, an abbreviation never does. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let paragraph = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const { breaks, kinds } = tokens[at] as Token
    if (breaks > 0 && at > 0 && startsParagraph(tokens, at)) {
      from = close(sentences, from, at, paragraph)
      paragraph += 1
    }
    // What runs on without an end is cut, so that time stays in proportion to length.
    if (at - from >= longestSentence) from = close(sentences, from, at, paragraph)
    if ((kinds & ender) !== 0 && endsSentence(tokens, at)) {
      from = close(sentences, from, skipClosers(tokens, at + 1), paragraph)
      at = from - 1
    }
  }
  close(sentences, from, tokens.length, paragraph)
  return sentences
}

/** Ends a sentence, if it has begun; returns where the next one starts. */
function close(sentences: Sentence[], from: number, to: number, paragraph: number): number {
  if (to > from) sentences.push({ from, to, paragraph })
  return to
}

function startsParagraph(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.breaks >= 2) return true
  const previous = tokens[at - 1] as Token
  return (token.kinds & bullet) !== 0 || (previous.kinds & (ender | closer)) !== 0 || token.capital
}

function skipClosers(tokens: readonly Token[], at: number): number {
  let end = at
  while (end < tokens.length) {
    const token = tokens[end] as Token
    if ((token.kinds & (ender | closer)) === 0 || token.gap) break
    end += 1
  }
  return end
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.text !== '.') return true
  const previous = tokens[at - 1]
  const next = tokens[skipClosers(tokens, at + 1)]
  if (next === undefined || next.breaks > 0) return true
  if (previous?.kind === 'word' && isAbbreviation(previous)) return false
  if (!next.gap) return startsGluedSentence(previous, next)
  return next.kind !== 'word' || next.capital || !/^[a-z]/.test(next.text)
}

/** Machine-translated pages glue sentences ("of war.The Russians"); "U.S." and "e.g." are no such thing. */
function startsGluedSentence(previous: Token | undefined, next: Token): boolean {
  if (previous === undefined || previous.text.length < 2) return false
  return (
    next.capital ||
    next.text === '"' ||
    (next.kinds & bullet) !== 0 ||
    (next.kind === 'number' && previous.kind === 'word')
  )
}

function isAbbreviation(token: Token): boolean {
  return words.abbreviation.has(token.lower) || (token.text.length === 1 && token.capital)
}
