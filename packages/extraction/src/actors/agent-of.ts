import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import type { ActorContext } from './actor-context.ts'
import { subjectOf } from './subject-of-verb.ts'

const nounBelonging = wordClass('noun-belonging')

/** Who does what the governing verb or noun says; null when the text leaves it out. */
export function agentOf(context: ActorContext): string | null {
  const { tokens, reading, governor, mention } = context
  if (governor === null) return null
  const { hit, passive, side } = governor
  if (governor.reading.form.noun && side === 'before') {
    const owner = nounOwner(tokens, reading.actors, hit.at, hit.to, mention.from)
    if (owner) return owner
  }
  const told = infinitiveAgent(context)
  if (told !== null) return told
  const by = byAgent(tokens, reading.actors, hit.to, reading.sentence.to)
  if ((passive || governor.reading.form.noun) && by) return by
  if (passive && governor.reading.group.owner === 'enemy') return null
  return resultAgent(context) ?? subjectOf(context, side === 'before' ? hit.at : mention.from)
}

/** "the withdrawal of US forces, leaving 200 soldiers": what results is of the one whose deed is named. */
function resultAgent({ tokens, reading, governor }: ActorContext): string | null {
  if (!governor?.reading.form.ing || tokens[governor.hit.at - 1]?.text !== ',') return null
  const deed = reading.triggers.findLast(
    ({ to, readings }) =>
      to < governor.hit.at && readings.some(({ form, group }) => form.noun && !group.weak),
  )
  return deed && tokens[deed.to]?.lower === 'of'
    ? nounOwner(tokens, reading.actors, deed.at, deed.to, governor.hit.at)
    : null
}

/** "expects Germany to deploy a brigade": the one who is to act stands before the infinitive. */
function infinitiveAgent({ tokens, reading, governor }: ActorContext): string | null {
  if (governor === null || !governor.reading.form.base) return null
  let at = governor.hit.at - 1
  while (words.adverb.has(tokens[at]?.lower ?? '')) at -= 1
  if (tokens[at]?.lower !== 'to') return null
  const hit = reading.actors.find((candidate) => candidate.to === at)
  return hit && hit.name.kind !== 'people' ? hit.name.id : null
}

function byAgent(
  tokens: ActorContext['tokens'],
  hits: readonly ActorHit[],
  from: number,
  to: number,
): string | null {
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const word = tokens[at]?.lower
    if (word === ';' || word === 'which' || word === 'while') return null
    if (word !== 'by') continue
    const hit = hits.find((candidate) => candidate.at > at && candidate.at <= at + 4)
    return hit?.name.id ?? null
  }
  return null
}

/** "Russia's losses", "Russian losses in tanks", "losses among Arcadian troops". */
function nounOwner(
  tokens: ActorContext['tokens'],
  hits: readonly ActorHit[],
  at: number,
  to: number,
  limit: number,
): string | null {
  const before = hits.findLast(
    (hit) =>
      hit.to <= at &&
      at - hit.to <= 4 &&
      tokens.slice(hit.to, at).every((token) => token.kind === 'word' && !words.preposition.has(token.lower)),
  )
  if (before && before.name.kind !== 'leader') return before.name.id
  const after = hits.find(
    (hit) => hit.at >= to && hit.at < limit && hit.at - to <= 3 && isOneOf(tokens[to], nounBelonging),
  )
  return after?.name.id ?? null
}
