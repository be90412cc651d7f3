import type { Predicate, Status } from '../claim-schema.ts'
import { modality } from '../lexicon/modality.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import { startsNumber } from '../mentions/starts-number.ts'
import type { Token } from '../text/token.ts'
import { isCeiling } from './is-ceiling.ts'
import type { MentionContext } from './mention-context.ts'

const authorising = wordClass('authorising')
const announcedPackage = wordClass('announced-package')
const delivered = wordClass('delivered')
const deniedMatter = wordClass('denied-matter')
const denying = wordClass('denying')
const have = wordClass('have')
const hopeEnd = wordClass('hope-end')
const modalWords = wordClass('modal')
const neededWords = wordClass('needed')
const possibility = wordClass('possibility')
const resultOpener = wordClass('result-opener')
const seeing = wordClass('seeing')
const still = wordClass('still')
const upOrDown = wordClass('up-or-down')
const weighed = wordClass('weighed')

const longestChain = 9
const farthestLead = 7
/** The cost beyond which a verb governs a count only for want of a nearer one. */
const farthestOwn = 4
const adverbs = words.adverb
const auxiliaries = words.auxiliary
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

/** Tells how sure the text is: from the chain of auxiliaries before the verb, then from the words around the number. */
export function resolveStatus(context: MentionContext, predicate: Predicate): Status {
  if (isDeniedBySource(context)) return 'denied'
  const { tokens, mention } = context
  if (tokens[mention.from - 1]?.lower === 'from' && (isSize(predicate) || runsTo(context))) return 'actual'
  if (isOneOf(tokens[mention.to], still)) return 'actual'
  if (predicate === 'supplied' && isPackage(context)) return 'expected'
  if (isOneOf(tokens[mention.from - 2], upOrDown) && tokens[mention.from - 1]?.lower === 'from')
    return 'actual'
  if (predicate === 'strength' && isCeiling(context))
    return isConditional(context, 'actual') ? 'possible' : 'expected'
  const status =
    statusOfMention(context) ??
    statusOfHope(context, predicate) ??
    statusOfVerb(context, predicate) ??
    statusOfMeasure(context) ??
    statusInList(context, predicate) ??
    'actual'
  if (status === 'denied' || status === 'possible') return status
  return isConditional(context, status) ? 'possible' : status
}

/** "will bring over 50 ships, …, and 30 jets": a count without a verb of its own goes on with the one before it. */
function statusInList(
  { governor, claimBefore, previousHere }: MentionContext,
  predicate: Predicate,
): Status | null {
  if (previousHere !== predicate || claimBefore === null) return null
  return governor === null || governor.cost > farthestOwn ? claimBefore.status : null
}

/** "cut from 2,000 to 500": what there is now. */
function runsTo({ tokens, mention }: MentionContext): boolean {
  return tokens[mention.to]?.lower === 'to' && startsNumber(tokens[mention.to + 1])
}

/** "expects 10,000 troops there by May", "is raising a force of 30,000"; what "would not be enough" is only thought of. */
function statusOfHope({ tokens, mention, reading }: MentionContext, predicate: Predicate): Status | null {
  if (isWeighed(tokens, mention.to, reading.sentence.to)) return 'possible'
  for (
    let at = mention.from - 1;
    at >= Math.max(reading.sentence.from, mention.from - farthestLead);
    at -= 1
  ) {
    const { lower, kind } = tokens[at] as Token
    if (kind === 'mark' || hopeEnd.words.has(lower)) return null
    if (modality.expecting.has(lower)) return 'expected'
    if (isGrowing(predicate) && modality.building.has(lower) && words.be.has(tokens[at - 1]?.lower ?? ''))
      return 'expected'
  }
  return null
}

function isGrowing(predicate: Predicate): boolean {
  return predicate === 'strength' || predicate === 'recruited' || predicate === 'increase'
}

function isWeighed(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + farthestLead); at += 1) {
    if (tokens[at]?.kind === 'mark') return false
    if (tokens[at]?.lower !== 'would' || tokens[at + 1]?.lower !== 'be') continue
    return someOf(tokens, at + 2, at + 5, weighed)
  }
  return false
}

function isSize(predicate: Predicate): boolean {
  return predicate === 'strength' || predicate === 'produced'
}

/** "The package includes 60 tanks": announced, if nothing says that it has arrived. */
function isPackage({ tokens, reading, governor }: MentionContext): boolean {
  if (governor !== null && governor.cost < 1 && !governor.reading.form.noun) return false
  const words = tokens.slice(reading.sentence.from, reading.sentence.to).map((token) => token.lower)
  return (
    words.some((word) => announcedPackage.words.has(word)) && !words.some((word) => delivered.words.has(word))
  )
}

/** "which could represent 24,000 rounds", "would bring the total to N": the verb right before the number. */
function statusOfMeasure({ tokens, mention, reading, governor }: MentionContext): Status | null {
  const plain = governor !== null && governor.side !== 'before' && hasVerbForm(governor.reading.form)
  if (plain && !isOneOf(tokens[mention.from - 1], seeing)) return null
  for (let at = mention.from - 1; at >= Math.max(reading.sentence.from, mention.from - 11); at -= 1) {
    const { lower, kind } = tokens[at] as Token
    if (kind === 'mark' || lower === 'that') return null
    const modal = modality.auxiliaries.get(lower)
    const lead = lower === 'to' ? modality.leads.get(tokens[at - 1]?.lower ?? '') : undefined
    if (lead === 'expected' || lead === 'possible') return lead
    if (possibility.words.has(lower)) return 'possible'
    if (modal === undefined || modal === 'denied' || isMonth(tokens, at)) {
      if (lower === 'likely' && tokens[at + 1]?.lower === 'to') return 'expected'
      continue
    }
    return lower === 'would' && isOneOf(tokens[at - 1], resultOpener) ? 'possible' : modal
  }
  return null
}

/** "denied that 500 soldiers had been sent", "denied sending 500 soldiers". */
function isDeniedBySource({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.from - 1; at >= Math.max(reading.sentence.from, mention.from - 8); at -= 1) {
    const word = (tokens[at] as Token).lower
    if (word === ',' || word === ';' || word === 'but') return false
    if (denying.words.has(word)) return isOneOf(tokens[at + 1], deniedMatter)
  }
  return false
}

/** "a potential 10,000", "possibly 40 tanks". */
function statusOfMention({ tokens, mention, reading }: MentionContext): Status | null {
  for (let at = Math.max(reading.sentence.from, mention.from - 2); at < mention.to; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (modality.doubting.has(word)) return 'possible'
    const status = modality.modifiers.get(word)
    if (status && at >= mention.from - 1) return status
  }
  return null
}

function statusOfVerb(context: MentionContext, predicate: Predicate): Status | null {
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

function hasVerbForm(form: { base: boolean; finite: boolean; participle: boolean; ing: boolean }): boolean {
  return form.base || form.finite || form.participle || form.ing
}

/** Walks left over auxiliaries, adverbs and "to" as far as the verb's own chain goes. */
function statusOfChain(
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

function isMonth(tokens: readonly Token[], at: number): boolean {
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
    if (auxiliaries.has(token.lower) && !words.be.has(token.lower)) return null
  }
  return null
}

/** "if …, that would make N": what hangs on a condition is only possible. */
function isConditional({ tokens, reading, mention }: MentionContext, status: Status): boolean {
  const { from, to } = reading.sentence
  const next = tokens[mention.to]?.lower === 'if' ? mention.to : -1
  for (let at = from; at < Math.min(to, mention.to + 8); at += 1) {
    // "to deter and, if necessary, to defend" speaks of something else.
    if ((tokens[at] as Token).lower !== 'if' || isAside(tokens, at)) continue
    const needed = isOneOf(tokens[at + 1], neededWords)
    if ((needed && tokens[at - 1]?.lower !== 'and') || at === next) return true
    if (at < mention.from && hangsOn(tokens, at, mention.from, status)) return true
  }
  return (
    (tokens[from]?.lower === 'that' || tokens[from]?.lower === 'this') && tokens[from + 1]?.lower === 'would'
  )
}

function isAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'and' || (tokens[at - 1]?.text === ',' && tokens[at - 2]?.lower === 'and')
}

/** Inside the if-clause, or in its main clause when that looks ahead. */
function hangsOn(tokens: readonly Token[], from: number, to: number, status: Status): boolean {
  const words = tokens.slice(from, to).map((token) => token.lower)
  if (words.some((word) => word === 'but' || word === ';' || word === 'while')) return false
  return status === 'expected' || !words.includes(',') || words.some((word) => modalWords.words.has(word))
}
