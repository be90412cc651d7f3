import type { TriggerReading } from '../lexicon/triggers.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import { fitsMention } from './fits-mention.ts'
import { mainVerb } from './main-verb.ts'
import type { SentenceReading, TriggerHit } from './read-sentence.ts'
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
