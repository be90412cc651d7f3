import { words } from '../lexicon/words.ts'
import type { Token } from './token.ts'

/** A run of tokens, `from` inclusive and `to` exclusive. */
export type Sentence = { from: number; to: number; paragraph: number }

const longestSentence = 160
const enders = new Set(['.', '!', '?', '…'])
const closers = new Set(['"', "'", ')', ']'])
const bullets = new Set(['•', '-', '–', '—', '*', '·', '>', '●'])

/** Cuts tokens into sentences; a blank line always ends one, an abbreviation never does. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let paragraph = 0
  const close = (to: number) => {
    if (to > from) sentences.push({ from, to, paragraph })
    from = to
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (at > 0 && startsParagraph(tokens, at)) {
      close(at)
      paragraph += 1
    }
    // What runs on without an end is cut, so that time stays in proportion to length.
    if (at - from >= longestSentence) close(at)
    if (enders.has(token.text) && endsSentence(tokens, at)) {
      const end = skipClosers(tokens, at + 1)
      close(end)
      at = end - 1
    }
  }
  close(tokens.length)
  return sentences
}

function startsParagraph(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (token.breaks >= 2) return true
  if (token.breaks === 0) return false
  const previous = tokens[at - 1] as Token
  return bullets.has(token.text) || enders.has(previous.text) || closers.has(previous.text) || token.capital
}

function skipClosers(tokens: readonly Token[], at: number): number {
  let end = at
  while (end < tokens.length) {
    const token = tokens[end] as Token
    if (!(closers.has(token.text) || enders.has(token.text)) || token.gap) break
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
    bullets.has(next.text) ||
    (next.kind === 'number' && previous.kind === 'word')
  )
}

function isAbbreviation(token: Token): boolean {
  return words.abbreviation.has(token.lower) || (token.text.length === 1 && token.capital)
}
