import type { TriggerReading } from '../lexicon/triggers.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import type { TriggerHit } from './read-sentence.ts'

/** Whether a trigger can say anything of a mention where both stand. */
export function fitsMention(
  tokens: readonly Token[],
  hit: TriggerHit,
  reading: TriggerReading,
  mention: Mention,
): boolean {
  const { group, lemma } = reading
  if (isNounOnly(tokens, hit, reading) || (reading.lemma === 'include' && reading.form.ing)) return false
  if (isSetAgainst(tokens, hit, mention)) return false
  if (group.materiel === 'produced') return mention.noun.unit === 'materiel'
  if (mention.head === null && words['change-verb'].has(lemma)) return false
  if (isOfEstimates(tokens, hit, lemma)) return false
  if (hit.at < mention.to) return !isActedBy(tokens, hit, reading, mention)
  // What is "supplied" or "increases" after the number is something else than people.
  if (group.personnel === 'increase' && words['change-verb'].has(lemma)) return false
  return group.materiel !== 'supplied' || group.platform !== undefined || mention.noun.unit === 'materiel'
}

/** "are supported by 290 helicopters": what follows "by" acts itself. */
function isActedBy(
  tokens: readonly Token[],
  hit: TriggerHit,
  { group, form }: TriggerReading,
  mention: Mention,
): boolean {
  return (
    group.owner === 'self' &&
    form.participle &&
    tokens[hit.to]?.lower === 'by' &&
    mention.noun.unit === 'materiel'
  )
}

/** "raised its estimates to N": the estimate grew, not the force. */
function isOfEstimates(tokens: readonly Token[], hit: TriggerHit, lemma: string): boolean {
  if (!words['change-verb'].has(lemma) && lemma !== 'raise') return false
  return tokens
    .slice(hit.to, hit.to + 3)
    .some((token) => /^(?:estimates?|forecasts?|tally|assessments?)$/.test(token.lower))
}

/** "a train", "the mass": after an article only nouns stand. */
function isNounOnly(tokens: readonly Token[], hit: TriggerHit, { form }: TriggerReading): boolean {
  if (form.noun || form.ing || form.participle) return false
  const before = tokens[hit.at - 1]?.lower ?? ''
  return /^(?:a|an|the|its|their|this|his|of|in|by|on|for|with|from)$/.test(before)
}

/** "Nine of the 14 jets returned": the verb is said of the nine. */
function isSetAgainst(tokens: readonly Token[], hit: TriggerHit, mention: Mention): boolean {
  if (hit.at >= mention.to) return false
  const before = tokens[mention.from - 1]?.lower ?? ''
  const of = /^(?:the|its|their|our|his)$/.test(before) ? mention.from - 2 : mention.from - 1
  const share = tokens[of - 1]
  return (
    tokens[of]?.lower === 'of' &&
    hit.to < of &&
    share !== undefined &&
    (share.kind === 'number' ||
      /^(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|some|dozen|dozens|hundreds|third|quarter)$/.test(
        share.lower,
      ))
  )
}
