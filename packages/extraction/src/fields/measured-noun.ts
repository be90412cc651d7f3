import type { Predicate } from '../claim-schema.ts'
import { words } from '../lexicon/words.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { TriggerHit } from '../reading/read-sentence.ts'
import type { MentionContext } from './mention-context.ts'

const farthestSubject = 10

/**
 * What is measured by a verb that only measures: "the barrage comprised 40 drones" tells of a launch, "bring the
 * number of deaths to 40" of the killed. Null when no such noun stands between the verb and the number or before it.
 */
export function measuredNoun(context: MentionContext, governor: Governor): Predicate | null {
  const { reading, mention } = context
  const { hit, side } = governor
  if (side !== 'before' || governor.reading.form.noun || !words['measure-verb'].has(governor.reading.lemma))
    return null
  const nouns = reading.triggers.filter((known) => known.to <= mention.from && tellingNoun(known) !== null)
  const noun =
    nouns.findLast((known) => known.at >= hit.to) ??
    nouns.findLast((known) => known.to <= hit.at && hit.at - known.to <= farthestSubject)
  return noun ? (tellingNoun(noun)?.group[mention.noun.unit] ?? null) : null
}

function tellingNoun(hit: TriggerHit) {
  return (
    hit.readings.find(
      ({ form, group }) =>
        form.noun && !group.weak && group.personnel !== 'increase' && group.owner !== 'buyer',
    ) ?? null
  )
}
