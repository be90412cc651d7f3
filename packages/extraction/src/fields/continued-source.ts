import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { SourceContext } from './resolve-source.ts'

const continuingOpener = wordClass('continuing-opener')
const demonstrative = wordClass('demonstrative')
const figure = wordClass('figure')
const summingWords = wordClass('summing')

const longestLine = 14
const farthestBack = 60
const bullets = /^[•\-–—*·>●+]$/

/** The source of a claim whose sentence names none: a list goes on with the words that open it, a sentence with the one before. */
export function continuedSource(context: SourceContext, mention: Mention): string | null {
  const { document, sources } = context
  const opened =
    mention.table || isLine(document, mention.sentence) ? openedBy(document, mention.sentence) : null
  if (opened !== null) {
    const credit = sources[opened]?.credits.at(-1)
    return credit ? credit.source : sourceBefore(context, opened)
  }
  if (pointsToFigure(document, mention.sentence)) return lastSource(context, mention.sentence - 1)
  if (isElided(document, mention) || goesOn(document, mention.sentence))
    return sourceBefore(context, mention.sentence)
  return null
}

/** The last credit of the sentence before, or of those before it that it goes on with. */
function sourceBefore({ document, sources }: SourceContext, sentence: number): string | null {
  const paragraph = document.sentences[sentence]?.paragraph
  for (let index = sentence; index > 0; index -= 1) {
    if (document.sentences[index - 1]?.paragraph !== paragraph) return null
    if (index < sentence && !goesOn(document, index)) return null
    const credit = sources[index - 1]?.credits.at(-1)
    if (credit) return credit.source
  }
  return null
}

function lastSource({ document, sources }: SourceContext, sentence: number): string | null {
  const paragraph = document.sentences[sentence]?.paragraph
  for (let index = sentence; index >= 0 && document.sentences[index]?.paragraph === paragraph; index -= 1) {
    const credit = sources[index]?.credits.at(-1)
    if (credit) return credit.source
  }
  return null
}

/** A row of a list or a heading: short, and without a full stop. */
function isLine({ tokens, sentences }: Document, index: number): boolean {
  const { from = 0, to = 0 } = sentences[index] ?? {}
  if (bullets.test(tokens[from]?.text ?? '') && to - from > 1) return true
  return to - from <= longestLine && !/^[.!?"]$/.test(tokens[to - 1]?.text ?? '')
}

/** The sentence that the rows stand under. */
function openedBy(document: Document, index: number): number | null {
  for (let back = index - 1; back >= Math.max(0, index - farthestBack); back -= 1) {
    if (!isLine(document, back)) return back
    const { to = 0 } = document.sentences[back] ?? {}
    if (document.tokens[to - 1]?.text === ':') return back
  }
  return null
}

/** "Eight of them", "Five were killed": a number that needs the sentence before. */
function isElided({ sentences }: Document, mention: Mention): boolean {
  const from = sentences[mention.sentence]?.from ?? 0
  return mention.from <= from + 1 && (mention.head === null || mention.share)
}

/** "Of these …", "In addition …", or a sentence that quotes somebody without saying whom. */
function goesOn({ tokens, sentences }: Document, index: number): boolean {
  const { from = 0, to = 0 } = sentences[index] ?? {}
  const first = tokens[from]?.lower ?? ''
  if (first === 'this' && tokens[from + 1]?.lower === 'means') return false
  if (continuingOpener.words.has(first)) return true
  if (first === 'in' && isOneOf(tokens[from + 1], summingWords)) return true
  return tokens.slice(from, to).filter((token) => token.text === '"').length >= 2
}

/** "This number includes …", even in a paragraph of its own. */
function pointsToFigure({ tokens, sentences }: Document, index: number): boolean {
  const from = sentences[index]?.from ?? 0
  const [first, second] = [tokens[from], tokens[from + 1]] as [Token | undefined, Token | undefined]
  return isOneOf(first, demonstrative) && isOneOf(second, figure)
}
