import type { Predicate, Status } from '../claim-schema.ts'
import { modality } from '../lexicon/modality.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'
import { statusOfChain } from './status-of-chain.ts'

const authorising = wordClass('authorising')
const have = wordClass('have')

const moving = new Set<Predicate>([
  'deployed',
  'supplied',
  'withdrawn',
  'increase',
  'recruited',
  'strength',
  'trained',
  'produced',
])

/** What the governing verb or noun says, by its own sense and the words before it. */
export function statusOfVerb(context: MentionContext, predicate: Predicate): Status | null {
  const { governor, tokens, reading, mention } = context
  if (governor === null) return statusAhead(tokens, mention.to, reading.sentence.to)
  if (governor.reading.form.noun && !hasVerbForm(governor.reading.form))
    return statusOfNoun(context, predicate)
  const chain = statusOfChain(tokens, governor.hit.at, reading.sentence.from, context)
  if (chain !== null && chain !== 'actual') return chain
  const inherent = modality.verbs.get(governor.reading.lemma)
  if (inherent && (governor.reading.lemma !== 'commit' || isPerfect(tokens, governor.hit.at))) return inherent
  return governor.reading.form.noun ? statusOfNoun(context, predicate) : chain
}

/** "has committed 1,000 soldiers" is a pledge, "committed 120 battalions to the attack" is done. */
function isPerfect(tokens: readonly Token[], verb: number): boolean {
  return isOneOf(tokens[verb - 1], have)
}

/** Whether a word of the lexicon may be a verb as it stands. */
export function hasVerbForm(form: {
  base: boolean
  finite: boolean
  participle: boolean
  ing: boolean
}): boolean {
  return form.base || form.finite || form.participle || form.ing
}

/** "the planned deployment of", "the possibility of the deployment of", "announced the sale of". */
function statusOfNoun(
  { tokens, governor, reading, mention }: MentionContext,
  predicate: Predicate,
): Status | null {
  if (governor === null) return null
  const { hit } = governor
  for (let at = hit.at - 1; at >= Math.max(reading.sentence.from, hit.at - 5); at -= 1) {
    const { lower } = tokens[at] as Token
    // "the announced deployment" is still to come; "announced the downing" tells of what is done.
    const modifies = !tokens.slice(at + 1, hit.at).some((token) => words.determiner.has(token.lower))
    const status = (modifies ? modality.modifiers.get(lower) : undefined) ?? modality.auxiliaries.get(lower)
    if (status && status !== 'denied') return status
    const lead = modality.leads.get(lower)
    if (lead === 'possible' || (lead === 'expected' && hit.at - at <= 3 && moving.has(predicate))) return lead
    if (
      moving.has(predicate) &&
      modality.announcing.has(lower) &&
      (predicate !== 'strength' || authorising.words.has(lower))
    )
      return 'expected'
  }
  if (modality.verbs.has(governor.reading.lemma)) return modality.verbs.get(governor.reading.lemma) ?? null
  return statusAhead(tokens, Math.max(hit.to, mention.to), reading.sentence.to)
}

/** "3,000 troops … will": the auxiliary of a verb that the lexicon does not know. */
function statusAhead(tokens: readonly Token[], from: number, limit: number): Status | null {
  for (let at = from; at < Math.min(limit, from + 6); at += 1) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && token.text !== '-') return null
    const modal = modality.auxiliaries.get(token.lower)
    if (modal && modal !== 'denied') return modal
    const lead = modality.leads.get(token.lower)
    if (lead === 'expected' && words.be.has(tokens[at - 1]?.lower ?? '')) return lead
    if (words.auxiliary.has(token.lower) && !words.be.has(token.lower)) return null
  }
  return null
}
