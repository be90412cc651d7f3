import { wordClass } from '../lexicon/word-classes.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'

const country = wordClass('country')

/** "our soldiers", "its 40 jets": the speaker, or the subject. */
export function pronounOwner(context: ActorContext): string | null {
  const { tokens, mention } = context
  const words = [
    ...tokens.slice(mention.quantity.to, mention.to),
    ...tokens.slice(Math.max(0, mention.from - 1), mention.from),
  ]
  for (const { lower } of words) {
    if (lower === 'our' || lower === 'my') return context.speaker
    if ((lower === 'his' || lower === 'her') && ofCountry(context)) return context.speaker
    if (lower === 'its' || lower === 'their') return ownerByPronoun(context)
  }
  return null
}

/** "two of his country's soldiers". */
function ofCountry({ tokens, mention }: ActorContext): boolean {
  return tokens
    .slice(mention.from, mention.to)
    .some(({ lower }, at) => country.words.has(lower) && tokens[mention.from + at + 1]?.lower === "'s")
}

/** The one nearest before who did not hurt them: "Arcadia said shelling by Ruritania killed two of its soldiers". */
function ownerByPronoun(context: ActorContext): string | null {
  const { mention, governor, predicate, speaker, subjectBefore } = context
  const subjects = findSubjects(context, mention.from).map((hit) => hit.name.id)
  const byEnemy =
    hurt.has(predicate) && governor?.reading.group.owner === 'enemy' && governor.side === 'before'
  if (!byEnemy || governor.passive) return subjects.at(-1) ?? speaker ?? subjectBefore
  const others = subjects.slice(0, -1).filter((id) => id !== subjects.at(-1))
  return speaker ?? others.at(-1) ?? subjectBefore ?? subjects.at(-1) ?? null
}
