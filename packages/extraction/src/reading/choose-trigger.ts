import type { TriggerReading } from '../lexicon/triggers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { distanceBetween } from './distance-between.ts'
import { fitsMention } from './fits-mention.ts'
import { isWhole } from './is-whole.ts'
import type { SentenceReading, TriggerHit } from './read-sentence.ts'

const harmParticiple = wordClass('harm-participle')
const clauseJoiner = wordClass('clause-joiner')
const subjectPronoun = wordClass('subject-pronoun')

/** The trigger that governs a mention, how far off it is and on which side it stands. */
export type Governor = {
  hit: TriggerHit
  reading: TriggerReading
  side: 'before' | 'after' | 'inside'
  passive: boolean
  cost: number
}

/** A mention with its place in a list such as "40 tanks, 12 guns and 3 jets". */
export type Listed = { mention: Mention; first: Mention; last: Mention; index: number; length: number }

const farthest = 11
const transitive = new Set(['enemy', 'agent', 'giver', 'buyer', 'patient'])
const be = words.be
const adverbs = words.adverb
const auxiliaries = words.auxiliary

/** Chooses the verb or noun nearest to a mention, as clauses and grammar count distance. */
export function chooseTrigger(
  tokens: readonly Token[],
  reading: SentenceReading,
  listed: Listed,
  mentions: readonly Mention[],
): Governor | null {
  let best: Governor | null = null
  for (const hit of reading.triggers) {
    if (isCounted(hit, listed.mention, mentions)) continue
    for (const candidate of hit.readings) {
      if (!fitsMention(tokens, hit, candidate, listed.mention)) continue
      const governor = weigh(tokens, hit, candidate, listed, mentions, reading)
      if (governor && governor.cost < farthest && (best === null || governor.cost < best.cost))
        best = governor
    }
  }
  return mainVerb(tokens, best, reading, listed, mentions) ?? best
}

/** "two soldiers deployed with the mission were killed": the participle only describes whom the main verb is said of. */
function mainVerb(
  tokens: readonly Token[],
  best: Governor | null,
  sentence: SentenceReading,
  { mention, last }: Listed,
  mentions: readonly Mention[],
): Governor | null {
  const from = mention.share ? mention.to : describedUpTo(tokens, best, mention)
  if (from === null || (mention.share && best !== null && best.cost < 1)) return null
  const end = clauseEnd(tokens, from, sentence.sentence.to, mentions)
  for (const hit of sentence.triggers) {
    if (hit.at < from || hit.at >= end) continue
    for (const reading of hit.readings) {
      const passive = isPassive(tokens, hit, reading)
      const acting = reading.group.owner === 'self' && reading.form.finite && !reading.form.noun
      if ((passive || acting) && !reading.group.weak && fitsMention(tokens, hit, reading, last))
        return { hit, reading, side: 'after', passive, cost: (mention.share ? 1 : (best?.cost ?? 1)) + 0.3 }
    }
  }
  return null
}

/** Where the participle or relative clause ends that describes the counted; null when there is none. */
function describedUpTo(tokens: readonly Token[], best: Governor | null, mention: Mention): number | null {
  if (best?.side !== 'after' || best.hit.at - mention.to > 2 || !isDescribing(tokens, best)) return null
  return isWhole(tokens, mention) ? null : best.hit.to
}

/** A participle without an auxiliary, or the verb of a relative clause. */
function isDescribing(tokens: readonly Token[], { hit, reading, passive }: Governor): boolean {
  if (!reading.form.participle || !passive) return false
  const before = tokens[hit.at - 1]?.lower ?? ''
  return !be.has(before) && !adverbs.has(before)
}

/** Where the clause ends that a participle stands in: at a mark, or at a verb or subject that is joined to it. */
function clauseEnd(
  tokens: readonly Token[],
  from: number,
  limit: number,
  mentions: readonly Mention[],
): number {
  for (let at = from; at < limit; at += 1) {
    const { kind, lower, text } = tokens[at] as Token
    if (kind === 'mark' && text !== '-' && text !== "'" && text !== '’') return at
    if (words.relative.has(lower) || words.subordinator.has(lower)) return at
    if (words.coordinator.has(lower) && !mentions.some((mention) => mention.from === at + 1)) return at
  }
  return limit
}

/** "26 ships and 40 guns": a noun that another number counts is no verb. */
function isCounted(hit: TriggerHit, own: Mention, mentions: readonly Mention[]): boolean {
  return mentions.some(
    (mention) =>
      mention !== own &&
      mention.head !== null &&
      hit.at >= mention.head.from &&
      hit.to <= mention.head.to &&
      mention.noun.predicate === null,
  )
}

function weigh(
  tokens: readonly Token[],
  hit: TriggerHit,
  reading: TriggerReading,
  listed: Listed,
  mentions: readonly Mention[],
  sentence: SentenceReading,
): Governor | null {
  const { mention } = listed
  if (hit.to <= mention.from) return weighBefore(tokens, hit, reading, listed, mentions, sentence)
  if (hit.at >= mention.to) return weighAfter(tokens, hit, reading, listed, mentions, sentence)
  return weighInside(hit, reading, mention)
}

/** "1,000 killed Ukrainian soldiers": a participle among the modifiers. */
function weighInside(hit: TriggerHit, reading: TriggerReading, mention: Mention): Governor | null {
  const inHead = mention.head !== null && hit.at >= mention.head.from && mention.noun.predicate === null
  if (
    inHead ||
    hit.at < mention.quantity.to ||
    !reading.form.participle ||
    !harmParticiple.words.has(reading.lemma)
  )
    return null
  return { hit, reading, side: 'inside', passive: true, cost: 0.2 }
}

function weighBefore(
  tokens: readonly Token[],
  hit: TriggerHit,
  reading: TriggerReading,
  listed: Listed,
  mentions: readonly Mention[],
  sentence: SentenceReading,
): Governor {
  const own = distanceBetween(tokens, hit.to, listed.mention.from, mentions, sentence, 'before')
  const shared =
    distanceBetween(tokens, hit.to, listed.first.from, mentions, sentence, 'before') +
    0.4 +
    0.3 * listed.index
  const passive = isPassive(tokens, hit, reading)
  const others = !passive && describesOther(tokens, hit, reading, mentions) ? 2 : 0
  const cost =
    Math.min(own, listed.index > 0 ? shared : own) + formCost(tokens, hit, reading, passive) + others
  return { hit, reading, side: 'before', passive, cost }
}

/** "two soldiers deployed with the mission and seven others": the participle is said of the two. */
function describesOther(
  tokens: readonly Token[],
  hit: TriggerHit,
  { form }: TriggerReading,
  mentions: readonly Mention[],
): boolean {
  return (
    form.participle &&
    words.preposition.has(tokens[hit.to]?.lower ?? '') &&
    mentions.some((mention) => mention.to === hit.at)
  )
}

function formCost(
  tokens: readonly Token[],
  hit: TriggerHit,
  reading: TriggerReading,
  passive: boolean,
): number {
  const { form, group } = reading
  const next = tokens[hit.to]?.lower ?? ''
  const isVerb = form.base || form.finite || form.ing || form.participle
  let cost = group.weak ? 2 : 0
  if (form.noun && (next === 'of' || !isVerb)) cost += next === 'of' ? 0 : 1.5
  else if (group.owner === 'self') cost += 2.5
  else if (passive) cost += 1.5
  return cost
}

function weighAfter(
  tokens: readonly Token[],
  hit: TriggerHit,
  reading: TriggerReading,
  listed: Listed,
  mentions: readonly Mention[],
  sentence: SentenceReading,
): Governor {
  const own = distanceBetween(tokens, listed.mention.to, hit.at, mentions, sentence, 'after')
  const ahead = listed.length - 1 - listed.index
  // A number alone has a verb of its own: "46 dead and 80 wounded" do not share one.
  const shared =
    listed.mention.head === null
      ? own
      : distanceBetween(tokens, listed.last.to, hit.at, mentions, sentence, 'after') + 0.4 + 0.3 * ahead
  const { form, group } = reading
  const passive = isPassive(tokens, hit, reading) || isReduced(tokens, hit, reading)
  let cost = Math.min(own, ahead > 0 ? shared : own) + (group.weak ? 2 : 0)
  if (form.noun && !form.finite && !form.participle && !form.ing)
    cost += isCopula(tokens, listed.mention.to, hit.at)
      ? 0.3
      : isOfBody(tokens, listed.mention.to, hit)
        ? 7
        : 3.2
  else if (form.ing && !form.finite) cost += 1.6
  else if (form.base && !form.finite && !form.participle) cost += 1
  else if (!passive && transitive.has(group.owner))
    cost +=
      group.personnel === 'deployed' || group.personnel === 'trained' || group.personnel === 'withdrawn'
        ? 0.5
        : 2
  // "1,000 of the 9,000 troops sent abroad have died": the share has the main verb.
  if (listed.mention.share && passive && !isPassive(tokens, hit, reading)) cost += 3
  // ", has withdrawn 5,000": the verb has an object of its own.
  if (!passive && hasObject(tokens, listed.mention.to, hit, reading)) cost += 2
  if (hasOwnSubject(tokens, listed.mention.to, hit, sentence)) cost += 4
  return { hit, reading, side: 'after', passive, cost }
}

/** "… 120 of them, and we struck": a new clause with a subject of its own. */
function hasOwnSubject(
  tokens: readonly Token[],
  from: number,
  hit: TriggerHit,
  { actors }: SentenceReading,
): boolean {
  let at = hit.at - 1
  while (at > from && (auxiliaries.has(tokens[at]?.lower ?? '') || adverbs.has(tokens[at]?.lower ?? '')))
    at -= 1
  const word = tokens[at]?.lower ?? ''
  const subject =
    subjectPronoun.words.has(word) || actors.some((actor) => actor.to === at + 1 && actor.at > from)
  if (!subject) return false
  return tokens
    .slice(from, at)
    .some(
      (token) =>
        token.text === ',' || token.text === '–' || token.text === '—' || isOneOf(token, clauseJoiner),
    )
}

const longestBody = 5

/** "40 members of the Arcadian military": the body they belong to says nothing of them. */
function isOfBody(tokens: readonly Token[], from: number, hit: TriggerHit): boolean {
  return tokens[from]?.lower === 'of' && hit.at - from <= longestBody
}

/** "25 were losses: the noun says what the number is. */
function isCopula(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from <= 4 && tokens.slice(from, to).some((token) => be.has(token.lower))
}

function hasObject(
  tokens: readonly Token[],
  from: number,
  hit: TriggerHit,
  { group, form }: TriggerReading,
): boolean {
  if (form.noun || group.owner === 'self') return false
  if (!tokens.slice(from, hit.at).some((token) => token.text === ',')) return false
  const next = tokens[hit.to]
  return (
    next !== undefined &&
    (next.kind === 'number' || (next.kinds & wordKind.number) !== 0 || words.determiner.has(next.lower))
  )
}

function isPassive(tokens: readonly Token[], hit: TriggerHit, reading: TriggerReading): boolean {
  if (!reading.form.participle) return false
  let back = hit.at - 1
  while (back >= 0 && adverbs.has(tokens[back]?.lower ?? '')) back -= 1
  return be.has(tokens[back]?.lower ?? '')
}

/** "troops sent to the valley": a participle without an object stands for a passive. */
function isReduced(tokens: readonly Token[], hit: TriggerHit, reading: TriggerReading): boolean {
  if (!reading.form.participle) return false
  const next = tokens[hit.to]
  if (next === undefined || next.kind === 'mark') return true
  return words.preposition.has(next.lower) || adverbs.has(next.lower) || words.coordinator.has(next.lower)
}
