import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import { isUnnamedGroup, listedBefore, modifierName, nameAfter, possessiveBefore } from './name-in-phrase.ts'
import { isOfBothKinds, isOfSeveral, ofAllies, ofListedStates } from './of-several-sides.ts'

const among = wordClass('among')
const foreignRecruit = wordClass('foreign-recruit')
const service = wordClass('service')
const joining = wordClass('joining')
const country = wordClass('country')

/** The actor that the noun phrase itself names; `joint` when it names several states at once. */
export function ownName(context: ActorContext): { actor: string | null } | null {
  const joins = forceJoined(context)
  if (joins !== null) return { actor: joins }
  if (isOfBothKinds(context)) return { actor: null }
  const allied = ofAllies(context)
  if (allied !== null) return allied
  const user = userOf(context)
  if (user !== null) return { actor: user }
  const inside = modifierName(context)
  if (inside !== null) return isUnnamedGroup(context, inside.actor) ? { actor: null } : inside
  if (isOfSeveral(context)) return { actor: null }
  const joint = ofListedStates(context)
  if (joint !== null) return joint
  const owner =
    possessiveBefore(context) ??
    listedBefore(context) ??
    tollAmong(context) ??
    pronounOwner(context) ??
    nameAfter(context)
  return owner === null ? null : { actor: owner }
}

/** "200 Ruritanian nationals had been recruited into the Arcadian army": they are of the force that they join. */
function forceJoined({ tokens, mention, predicate, reading }: ActorContext): string | null {
  if (predicate !== 'recruited' || !foreignRecruit.words.has(mention.noun.item)) return null
  const hit = reading.actors.find(
    ({ at, to }) =>
      at > mention.to &&
      at - mention.to <= farthestForce &&
      tokens.slice(to - 1, to + 1).some((token) => isOneOf(token, service)) &&
      tokens.slice(at - 2, at).some((token) => isOneOf(token, joining)),
  )
  return hit?.name.id ?? null
}

const farthestForce = 10

/** "Arcadia fired 50 Ruritanian missiles": who makes the weapons has them no more. */
function userOf(context: ActorContext): string | null {
  const { mention, governor, reading, tokens } = context
  if (mention.noun.unit !== 'materiel' || governor === null || governor.passive) return null
  const { owner } = governor.reading.group
  if (tokens[mention.from - 1]?.lower === 'by') return null
  if (governor.side !== 'before' || governor.reading.form.noun || (owner !== 'agent' && owner !== 'self'))
    return null
  const maker = reading.actors.find((hit) => hit.at >= mention.quantity.to && hit.at < mention.to)
  if (maker?.name.kind !== 'people' || maker.name.family !== 'state') return null
  const user = agentOf(context)
  return user !== null && user !== maker.name.id ? user : null
}

/** "the casualties among North Korean forces have exceeded 4,500". */
function tollAmong({ tokens, mention, reading, predicate }: ActorContext): string | null {
  if (!hurt.has(predicate)) return null
  const hit = reading.actors.findLast(
    (candidate) => candidate.to <= mention.from && isOneOf(tokens[candidate.at - 1], among),
  )
  return hit?.name.id ?? null
}

/** "our soldiers", "its 40 jets": the speaker, or the subject. */
function pronounOwner(context: ActorContext): string | null {
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
