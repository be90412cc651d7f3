import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import type { Governor, Listed } from './choose-trigger.ts'
import { fitsMention } from './fits-mention.ts'
import { isPassive } from './is-passive.ts'
import { isWhole } from './is-whole.ts'
import type { SentenceReading } from './read-sentence.ts'

/** "two soldiers deployed with the mission were killed": the participle only describes whom the main verb is said of. */
export function mainVerb(
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
