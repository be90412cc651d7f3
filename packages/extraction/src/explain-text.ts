import type { ExtractedClaim } from './claim-schema.ts'
import type { PassReason } from './mentions/mention.ts'
import type { ArticleInput } from './parse-article-line.ts'
import { type RepeatedReading, readText, type TextReading } from './read-text.ts'
import type { Sentence } from './text/split-sentences.ts'
import type { Token } from './text/token.ts'
import { wordKind } from './text/word-kinds.ts'

/** How a sentence was read. */
export type SentenceExplanation = {
  text: string
  tokens: TokenExplanation[]
  claims: ClaimExplanation[]
  /** The numbers that are no claims. */
  passed: { quote: string; reason: PassReason | 'code' }[]
}

/** A token, and what the lexicon says that it may begin. */
export type TokenExplanation = { text: string; kind: Token['kind']; may: string[] }

/** A claim with its grounds. */
export type ClaimExplanation = {
  claim: ExtractedClaim
  /** The verb or noun nearest to the count as grammar counts distance, in its base form; null when there is none. */
  trigger: { words: string; lemma: string; side: 'before' | 'after' | 'inside'; distance: number } | null
  predicateFrom: RepeatedReading['predicateFrom']
  actorFrom: RepeatedReading['actorFrom']
  /** Whether it takes what it does not say from an earlier claim of the same number. */
  repeats: boolean
}

/** Tells how a text is read, sentence by sentence: the grounds are those of `extractClaims`, not found again. */
export function explainText(article: Omit<ArticleInput, 'id'>): SentenceExplanation[] {
  const reading = readText(article)
  return reading.document.sentences.map((sentence, index) => ({
    text: written(reading, sentence.from, sentence.to),
    tokens: reading.document.tokens.slice(sentence.from, sentence.to).map(explainToken),
    claims: reading.readings
      .filter(({ mention }) => mention.sentence === index)
      .map((read) => explainClaim(reading, read)),
    passed: passedIn(reading, sentence, index),
  }))
}

function explainToken({ text, kind, kinds }: Token): TokenExplanation {
  const may = Object.entries(wordKind).flatMap(([name, bit]) => ((kinds & bit) === 0 ? [] : [name]))
  return { text, kind, may: may.filter((name) => name !== 'numberPart') }
}

function explainClaim(reading: TextReading, read: RepeatedReading): ClaimExplanation {
  const { claim, governor, predicateFrom, actorFrom, repeats } = read
  const trigger = governor && {
    words: written(reading, governor.hit.at, governor.hit.to),
    lemma: governor.reading.lemma,
    side: governor.side,
    distance: Math.round(governor.cost * 10) / 10,
  }
  return { claim, trigger, predicateFrom, actorFrom, repeats }
}

function passedIn(reading: TextReading, sentence: Sentence, index: number): SentenceExplanation['passed'] {
  const { document, passed } = reading
  const numbers = passed
    .filter((number) => number.sentence === index)
    .map(({ from, to, reason }) => ({ at: from, quote: written(reading, from, to), reason }))
  const codes = document.tokens
    .slice(sentence.from, sentence.to)
    .flatMap(({ kind, text }, at) =>
      kind === 'code' ? [{ at: sentence.from + at, quote: text, reason: 'code' as const }] : [],
    )
  return [...numbers, ...codes].sort((a, b) => a.at - b.at).map(({ quote, reason }) => ({ quote, reason }))
}

function written({ document: { text, tokens } }: TextReading, from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first && last ? text.slice(first.start, last.end) : ''
}
