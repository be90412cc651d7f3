import { isState } from '../lexicon/is-state.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { ActorContext } from './actor-context.ts'

const clauseJoint = wordClass('clause-joint')
const gunmen = wordClass('gunmen')
const nameJoint = wordClass('name-joint')

/** "three Arcadian gunmen": of a people, not of its state; which group is not said. */
export function isUnnamedGroup({ tokens, mention, counts }: ActorContext, actor: string | null): boolean {
  if (actor === null || !isState(actor) || counts.get(actor)?.family !== 'state') return false
  return someOf(tokens, mention.quantity.to, mention.to, gunmen)
}

/** "North Korean troops", "Hamas fighters"; "Arcadian and Ruritanian soldiers" belong to no one state. */
export function modifierName({ tokens, mention, reading }: ActorContext): { actor: string | null } | null {
  // Of "the 5,800-strong ELN" the name itself is what is counted.
  const counted = mention.strong ? reading.actors.find((hit) => hit.at === mention.to) : undefined
  if (counted !== undefined) return { actor: counted.name.id }
  const { antecedent } = mention
  const from =
    antecedent === null ? mention.quantity.numberFrom : Math.max(reading.sentence.from, antecedent - 4)
  const to = antecedent ?? mention.to
  const inside = reading.actors.filter(
    (hit) => hit.at >= from && hit.at < to && (hit.name.kind === 'name' || hit.name.kind === 'people'),
  )
  const [first, second] = inside
  if (first === undefined) return null
  if (
    second &&
    isOneOf(tokens[first.to], nameJoint) &&
    second.at === first.to + 1 &&
    first.name.id !== second.name.id
  )
    return { actor: first.name.family === 'group' ? first.name.id : null }
  if (
    antecedent !== null &&
    !tokens.slice(first.to, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
  )
    return null
  const named = inside.find((hit) => hit.name.family !== 'state') ?? inside.at(-1)
  return named ? { actor: named.name.id } : null
}

/** "Arcadia's 300 tanks". */
export function possessiveBefore({ tokens, mention, reading }: ActorContext): string | null {
  const before = reading.actors.find(
    (hit) =>
      tokens[hit.to]?.lower === "'s" &&
      endsBefore(tokens, hit.to + 1, mention.from) &&
      !reading.actors.some(({ at }) => at > hit.to && at < mention.from),
  )
  return before && before.name.kind !== 'leader' ? before.name.id : null
}

/** "Arcadia has 150,000 soldiers, Ruritania 80,000": the name stands for the verb too. */
export function listedBefore({ mention, reading, tokens, last }: ActorContext): string | null {
  const hit = reading.actors.find((candidate) => candidate.to === mention.from)
  if (hit === undefined) return null
  const goesOn =
    isOneOf(tokens[hit.at - 1], clauseJoint) &&
    last?.sentence === mention.sentence &&
    last.unit === mention.noun.unit
  if (mention.head !== null && !goesOn) return null
  const people = hit.name.kind === 'people' && tokens[hit.at - 1]?.lower === 'the'
  return (people || hit.name.kind === 'name') && hit.name.family === 'state' ? hit.name.id : null
}

function endsBefore(tokens: ActorContext['tokens'], from: number, to: number): boolean {
  if (to < from || to - from > 2) return false
  return tokens.slice(from, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
}
