import { contexts } from '../lexicon/contexts.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import type { Mention } from './mention.ts'
import type { NotMilitary } from './why-not-military.ts'

const eachWords = wordClass('each')
const holding = wordClass('holding')
const speakerVerb = wordClass('speaker-verb')

/** Capacities and legal thresholds say nothing of any force. */
export function whyOutside(document: Document, mention: Mention): NotMilitary | null {
  const { tokens } = document
  const sentence = document.sentences[mention.sentence] as Sentence
  if (mention.noun.unit === 'materiel' && isCapacity(tokens, sentence, mention)) return 'capacity'
  for (let at = sentence.from; at < sentence.to; at += 1)
    if (contexts.threshold.has((tokens[at] as Token).lower)) return 'threshold'
  return isSpeaker(tokens, mention) ? 'speaker' : null
}

/** "can carry 20 tanks", "with room for 40 jets", "carrying eight missiles each". */
function isCapacity(tokens: readonly Token[], { from }: Sentence, mention: Mention): boolean {
  const each = isOneOf(tokens[mention.to], eachWords)
  for (let at = Math.max(from, mention.from - 4); at < mention.from; at += 1) {
    if (!contexts.capacity.has((tokens[at] as Token).lower)) continue
    if (each || isOneOf(tokens[at], holding)) return true
    for (let back = Math.max(from, at - 4); back < at; back += 1)
      if (contexts.able.has((tokens[back] as Token).lower)) return true
  }
  return false
}

/** "one sergeant said", "two soldiers told reporters": speakers, not forces. */
function isSpeaker(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.quantity.low !== 1) return false
  // "War is a trade," said Ivan, one of the mercenaries.
  const before = tokens[mention.from - 1]
  if (
    before?.text === ',' &&
    mention.noun.unit === 'personnel' &&
    tokens[mention.quantity.to]?.lower === 'of'
  )
    return tokens[mention.from - 2]?.capital === true
  return isOneOf(tokens[mention.to], speakerVerb)
}
