import type { TriggerReading } from '../lexicon/triggers.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import { fitsMention } from './fits-mention.ts'
import { isWhole } from './is-whole.ts'
import type { SentenceReading, TriggerHit } from './read-sentence.ts'
import { isPassive } from './verb-in-clause.ts'
import { weigh } from './weigh-trigger.ts'

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
  return !words.be.has(before) && !words.adverb.has(before)
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
