import type { TriggerReading } from '../lexicon/triggers.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import { shareBefore } from './is-whole.ts'
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
  if (isAttributive(tokens, hit, reading, mention) || isBasis(tokens, hit, lemma)) return false
  if (isSaying(tokens, hit, reading, mention) || isLeftOver(tokens, hit, lemma)) return false
  if (group.materiel === 'produced') return mention.noun.unit === 'materiel'
  if (mention.head === null && words['change-verb'].has(lemma)) return false
  if (isOfEstimates(tokens, hit, lemma)) return false
  if (hit.at < mention.to) return !isActedBy(tokens, hit, reading, mention)
  // What is "supplied" or "increases" after the number is something else than people.
  if (group.personnel === 'increase' && words['change-verb'].has(lemma)) return false
  return group.materiel !== 'supplied' || group.platform !== undefined || mention.noun.unit === 'materiel'
}

/** "off their damaged vehicles": the participle is said of another noun. */
function isAttributive(
  tokens: readonly Token[],
  hit: TriggerHit,
  { form }: TriggerReading,
  mention: Mention,
): boolean {
  if (hit.at < mention.to || form.noun || !form.participle) return false
  const next = tokens[hit.to]
  return (
    /^(?:the|a|an|its|their|our|his|her|'s)$/.test(tokens[hit.at - 1]?.lower ?? '') &&
    next?.kind === 'word' &&
    !words.preposition.has(next.lower) &&
    !words.coordinator.has(next.lower) &&
    !words.adverb.has(next.lower)
  )
}

const published =
  /^(?:video|videos|footage|photos?|photographs?|pictures?|images?|statements?|lists?|data|names|reports?|figures?|clips?|documents?)$/

/** ", adding it now numbered 900": words are added; "released video footage of": pictures are released. */
function isSaying(
  tokens: readonly Token[],
  hit: TriggerHit,
  { lemma, form }: TriggerReading,
  mention: Mention,
): boolean {
  if (lemma === 'add' && !form.base) {
    const before = tokens[hit.at - 1]
    const said = before?.text === ',' || /^(?:he|she|they|it|and|"|”)$/.test(before?.lower ?? '')
    return said && mention.from - hit.to > 1
  }
  return lemma === 'release' && tokens.slice(hit.to, hit.to + 3).some(({ lower }) => published.test(lower))
}

/** "remains central" is a verb; "the remains of 40 soldiers" are not. */
function isLeftOver(tokens: readonly Token[], hit: TriggerHit, lemma: string): boolean {
  return lemma === 'remains' && tokens[hit.to]?.lower !== 'of'
}

/** ", based on his estimates": nobody is stationed there. */
function isBasis(tokens: readonly Token[], hit: TriggerHit, lemma: string): boolean {
  return lemma === 'base' && tokens[hit.at - 1]?.text === ',' && tokens[hit.to]?.lower === 'on'
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
  const of = shareBefore(tokens, mention)
  return of !== null && hit.to < of
}
