import { attribution } from '../lexicon/attribution.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Credit, CreditedSentence } from '../reading/read-sources.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { continuedSource } from './continued-source.ts'

const amidOrFollowing = wordClass('amid-or-following')
const backgroundOpener = wordClass('background-opener')
const citing = wordClass('citing')
const firstPerson = wordClass('first-person')
const presentVerb = wordClass('present-verb')

const longestQuote = 4

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
  const outside = here.credits.filter(
    (credit) => !quoted[mention.from] || !isSpeakerOf(document, quoted, credit),
  )
  const own = creditOf(outside, mention, document)
  if (own !== null) return own.source
  if (quoted[mention.from]) return speakerOf(context, mention)
  return continuedSource(context, mention)
}

/** "We counted 40 tanks", within quotation marks, is said by whoever is quoted. */
function isSpeakerOf({ tokens }: Document, quoted: readonly boolean[], { at, name }: Credit): boolean {
  return quoted[at] === true && isOneOf(tokens[name.from], firstPerson)
}

/** The last verb of saying before the claim, else one after it that covers what stands before. */
function creditOf(credits: readonly Credit[], mention: Mention, { tokens }: Document): Credit | null {
  const before = credits.filter((credit) => credit.at < mention.from && reaches(tokens, credit, mention))
  // "she said that reports show": the one who vouches, not the vague reports.
  const named =
    before.findLast((credit) => credit.source !== null && !isPaper(tokens, credit)) ??
    before.findLast((credit) => credit.source !== null) ??
    before.at(-1)
  if (named) return named
  const after = credits.filter((credit) => credit.at >= mention.to && credit.scope === 'anywhere')
  // "…, Reuters reported, citing two officials": the outlet only passes it on.
  const [first, second] = after
  return (first && second && isOutlet(first) && isCited(tokens, second) ? second : first) ?? null
}

/** "said that intelligence reports show": a paper speaks for itself only when nobody speaks of it. */
function isPaper(tokens: readonly Token[], { name, at }: Credit): boolean {
  return name.to <= at && attribution.nouns.has(tokens[name.to - 1]?.lower ?? '')
}

function isOutlet({ source }: Credit): boolean {
  return source === null || attribution.outlets.includes(source)
}

function isCited(tokens: readonly Token[], { at }: Credit): boolean {
  return isOneOf(tokens[at], citing)
}

/** A new clause of its own ends what was said: "…, while Arcadia has 300 tanks", "…, following clashes that wounded 30". */
function reaches(tokens: readonly Token[], credit: Credit, mention: Mention): boolean {
  for (let at = credit.at; at < mention.from; at += 1) {
    const word = (tokens[at] as Token).lower
    if (word === ';') return false
    if (word === ',' && isBackground(tokens, at + 1, mention)) return false
  }
  return true
}

function isBackground(tokens: readonly Token[], at: number, mention: Mention): boolean {
  const word = tokens[at]?.lower ?? ''
  if (amidOrFollowing.words.has(word)) return true
  if (!backgroundOpener.words.has(word) || tokens[at + 1]?.lower === 'well') return false
  return word !== 'while' || isPresent(tokens, at, mention)
}

/** "while Arcadia has 300 tanks" is no part of what somebody said; "while others would follow" is. */
function isPresent(tokens: readonly Token[], from: number, mention: Mention): boolean {
  const verb = tokens
    .slice(from, mention.to + 8)
    .find(({ lower }) => words.auxiliary.has(lower) || /(?:ed|s)$/.test(lower))
  return isOneOf(verb, presentVerb)
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
