import type { TriggerReading } from '../lexicon/triggers.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import { shareBefore } from './is-whole.ts'
import type { TriggerHit } from './read-sentence.ts'

const addingSubject = wordClass('adding-subject')
const estimate = wordClass('estimate')
const nounLeader = wordClass('noun-leader')
const nounOpener = wordClass('noun-opener')
const publishedWords = wordClass('published')

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
    isOneOf(tokens[hit.at - 1], nounOpener) &&
    next?.kind === 'word' &&
    !words.preposition.has(next.lower) &&
    !words.coordinator.has(next.lower) &&
    !words.adverb.has(next.lower)
  )
}

/** ", adding it now numbered 900": words are added; "released video footage of": pictures are released. */
function isSaying(
  tokens: readonly Token[],
  hit: TriggerHit,
  { lemma, form }: TriggerReading,
  mention: Mention,
): boolean {
  if (lemma === 'add' && !form.base) {
    const before = tokens[hit.at - 1]
    const said = before?.text === ',' || isOneOf(before, addingSubject)
    return said && mention.from - hit.to > 1
  }
  return lemma === 'release' && someOf(tokens, hit.to, hit.to + 3, publishedWords)
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
  return someOf(tokens, hit.to, hit.to + 3, estimate)
}

/** "a train", "the mass": after an article only nouns stand. */
function isNounOnly(tokens: readonly Token[], hit: TriggerHit, { form }: TriggerReading): boolean {
  if (form.noun || form.ing || form.participle) return false
  return isOneOf(tokens[hit.at - 1], nounLeader)
}

/** "Nine of the 14 jets returned": the verb is said of the nine. */
function isSetAgainst(tokens: readonly Token[], hit: TriggerHit, mention: Mention): boolean {
  if (hit.at >= mention.to) return false
  const of = shareBefore(tokens, mention)
  return of !== null && hit.to < of
}
