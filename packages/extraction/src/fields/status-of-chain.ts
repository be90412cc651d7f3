import type { Status } from '../claim-schema.ts'
import { modality } from '../lexicon/modality.ts'
import { words } from '../lexicon/words.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const longestChain = 9

const farthestLead = 7
const adverbs = words.adverb
const auxiliaries = words.auxiliary

/** Walks left over auxiliaries, adverbs and "to" as far as the verb's own chain goes. */
export function statusOfChain(
  tokens: readonly Token[],
  verb: number,
  floor: number,
  context: MentionContext,
): Status | null {
  const denied = isDenied(tokens, verb, floor)
  for (let at = verb - 1; at >= Math.max(floor, verb - longestChain); at -= 1) {
    const { lower } = tokens[at] as Token
    const modal = modality.auxiliaries.get(lower)
    if (modality.doubting.has(lower)) return 'possible'
    if (modal === 'denied') continue
    if (modal !== undefined && !isMonth(tokens, at)) return denied ? 'denied' : modal
    if (lower === 'to') return denied ? 'denied' : statusOfLead(tokens, at, floor, context)
    if (adverbs.has(lower) || auxiliaries.has(lower)) continue
    if (lower === 'and' || lower === 'or')
      return isBare(context) ? statusBehind(tokens, at, floor) : deniedOr(denied)
    const lead = modality.leads.get(lower)
    if (lead && lead !== 'actual' && tokens[verb]?.lower.endsWith('ing')) return lead
    return deniedOr(denied)
  }
  return deniedOr(denied)
}

function deniedOr(denied: boolean): Status | null {
  return denied ? 'denied' : null
}

/** "are not being deployed"; "has not only massed" says the contrary. */
function isDenied(tokens: readonly Token[], verb: number, floor: number): boolean {
  for (let at = verb - 1; at >= Math.max(floor, verb - 5); at -= 1) {
    const { lower } = tokens[at] as Token
    if (modality.auxiliaries.get(lower) === 'denied') return tokens[at + 1]?.lower !== 'only'
    if (!adverbs.has(lower) && !auxiliaries.has(lower)) return false
  }
  return false
}

/** Whether "May" is the month. */
export function isMonth(tokens: readonly Token[], at: number): boolean {
  return (tokens[at] as Token).text === 'May' && tokens[at + 1]?.kind === 'number'
}

/** A bare verb after "and" shares the auxiliary of the verb before: "will leave and send". */
function isBare({ governor }: MentionContext): boolean {
  return governor?.reading.form.base === true && !governor.reading.form.participle
}

function statusBehind(tokens: readonly Token[], from: number, floor: number): Status | null {
  for (let at = from - 1; at >= Math.max(floor, from - 24); at -= 1) {
    const word = (tokens[at] as Token).lower
    const modal = modality.auxiliaries.get(word)
    if (modal && modal !== 'denied') return modal
    const lead = word === 'to' ? modality.leads.get(tokens[at - 1]?.lower ?? '') : undefined
    if (lead) return lead
  }
  return null
}

/** The word that leads to an infinitive: "plans to", "is thought to", "ordered the army to"; "is to" is a plan. */
function statusOfLead(
  tokens: readonly Token[],
  to: number,
  floor: number,
  { mention }: MentionContext,
): Status | null {
  if (words.be.has(tokens[to - 1]?.lower ?? '')) return 'expected'
  if (tokens[to - 1]?.lower === 'and') return statusBehind(tokens, to - 1, floor)
  for (
    let at = to - 1;
    at >= Math.max(floor, to - farthestLead - (mention.to <= to ? mention.to - mention.from : 0));
    at -= 1
  ) {
    const token = tokens[at] as Token
    const lead = modality.leads.get(token.lower)
    if (lead) return lead
    const modal = modality.auxiliaries.get(token.lower)
    if (modal && modal !== 'denied') return modal
    if (token.text === ';' || token.text === '"') break
  }
  return null
}
