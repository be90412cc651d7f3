import type { TriggerReading } from '../lexicon/triggers.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import type { Governor, Listed } from './choose-trigger.ts'
import { distanceBetween } from './distance-between.ts'
import type { SentenceReading, TriggerHit } from './read-sentence.ts'
import { hasObject, hasOwnSubject, isPassive, isReduced } from './verb-in-clause.ts'

const harmParticiple = wordClass('harm-participle')

const transitive = new Set(['enemy', 'agent', 'giver', 'buyer', 'patient'])

/** How far off a trigger is from a mention, on its side of it; null when it cannot govern it. */
export function weigh(
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

const longestBody = 5

/** "40 members of the Arcadian military": the body they belong to says nothing of them. */
function isOfBody(tokens: readonly Token[], from: number, hit: TriggerHit): boolean {
  return tokens[from]?.lower === 'of' && hit.at - from <= longestBody
}

/** "25 were losses: the noun says what the number is. */
function isCopula(tokens: readonly Token[], from: number, to: number): boolean {
  return to - from <= 4 && tokens.slice(from, to).some((token) => words.be.has(token.lower))
}
