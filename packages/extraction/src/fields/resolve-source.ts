import type { Mention } from '../mentions/mention.ts'
import type { Credit, CreditedSentence } from '../reading/read-sources.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'

const longestQuote = 4
const continues =
  /^(?:of|these|this|those|that|another|it|they|he|she|additionally|moreover|also|there|some|dozens|scores|hundreds|thousands|tens|"|-)$/

/** What is needed to tell who a claim is credited to. */
export type SourceContext = {
  document: Document
  sources: readonly CreditedSentence[]
  quoted: readonly boolean[]
}

/** Tells who a claim is credited to; null for the article's own voice. */
export function resolveSource(context: SourceContext, mention: Mention): string | null {
  const { document, sources, quoted } = context
  const here = sources[mention.sentence]
  if (here === undefined) return null
  const own = creditOf(here.credits, mention, document)
  if (own !== null) return own.source
  if (quoted[mention.from]) return speakerOf(context, mention)
  return continuedSource(context, mention)
}

/** The last verb of saying before the claim, else one after it that covers what stands before. */
function creditOf(credits: readonly Credit[], mention: Mention, { tokens }: Document): Credit | null {
  const before = credits.filter((credit) => credit.at < mention.from && reaches(tokens, credit, mention))
  // "she said that reports show": the one who vouches, not the vague reports.
  const named = before.findLast((credit) => credit.source !== null) ?? before.at(-1)
  if (named) return named
  return credits.find((credit) => credit.at >= mention.to && credit.scope === 'anywhere') ?? null
}

/** A new clause of its own ends what was said: "…, while Arcadia has 300 tanks". */
function reaches(tokens: readonly Token[], credit: Credit, mention: Mention): boolean {
  for (let at = credit.at; at < mention.from; at += 1) {
    const word = (tokens[at] as Token).lower
    if (word === ';') return false
    const next = tokens[at + 1]?.lower ?? ''
    if (
      word === ',' &&
      /^(?:as|while|although|though|whereas)$/.test(next) &&
      tokens[at + 2]?.lower !== 'well'
    )
      return false
  }
  return true
}

/** Whoever speaks around a quotation: in this sentence, at its end, or before it. */
function speakerOf({ document, sources, quoted }: SourceContext, mention: Mention): string | null {
  const paragraph = document.sentences[mention.sentence]?.paragraph
  const outside = (credit: Credit) => !quoted[credit.at]
  for (let index = mention.sentence; index <= mention.sentence + 3; index += 1) {
    if (document.sentences[index]?.paragraph !== paragraph) break
    const credit = sources[index]?.credits.find(outside)
    if (credit) return credit.source
  }
  for (let back = mention.sentence - 1; back >= Math.max(0, mention.sentence - longestQuote); back -= 1) {
    const credit = sources[back]?.credits.findLast(outside)
    if (credit) return credit.source
  }
  return null
}

/** A sentence without a source of its own may plainly go on with the one before. */
function continuedSource({ document, sources }: SourceContext, mention: Mention): string | null {
  const paragraph = document.sentences[mention.sentence]?.paragraph
  for (let index = mention.sentence; index > 0; index -= 1) {
    const before = document.sentences[index - 1]
    if (before?.paragraph !== paragraph || !goesOn(document, index)) return null
    const credit = sources[index - 1]?.credits.at(-1)
    if (credit) return credit.source
  }
  return null
}

/** "Of these …", "In addition …", or a sentence that quotes somebody without saying whom. */
function goesOn({ tokens, sentences }: Document, index: number): boolean {
  const { from = 0, to = 0 } = sentences[index] ?? {}
  const first = tokens[from]?.lower ?? ''
  if (continues.test(first)) return true
  if (first === 'in' && /^(?:addition|turn|total|all)$/.test(tokens[from + 1]?.lower ?? '')) return true
  return tokens.slice(from, to).filter((token) => token.text === '"').length >= 2
}
