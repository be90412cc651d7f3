import type { Predicate } from '../claim-schema.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import { isWhole } from '../reading/is-whole.ts'
import { type ActorContext, hurt, regulars } from './actor-context.ts'
import { nobodyAlone } from './of-nobody-alone.ts'
import { opponentOf } from './opponent-of.ts'
import type { ActorReading } from './resolve-actor.ts'

const stateSoldier = wordClass('state-soldier')
const themOrWhich = wordClass('them-or-which')

/** "captured 33 soldiers; 28 were released": the number alone is of the same people. */
export function goesOnWithSame({ mention, governor, last, reading }: ActorContext): boolean {
  if (mention.head !== null || last === null || last.actor === null) return false
  if (mention.noun.unit === 'materiel')
    return (
      last.sentence === mention.sentence &&
      !reading.actors.some((hit) => hit.at >= last.to && hit.to <= mention.from)
    )
  return governor?.side === 'after' && mention.sentence - last.sentence <= 1
}

/** "lost 40 tanks, 12 guns and three jets"; after fighters of a group, plain soldiers are not its own. */
export function goesOnInList({ last, predicate, mention, counts }: ActorContext): boolean {
  if (!last?.listed || last.predicate !== predicate || mention.noun.armed) return false
  return !(regulars.has(mention.noun.item) && counts.get(last.actor ?? '')?.family === 'group')
}

/** "two of them", "five of the jets": a share of what was counted right before. */
export function isShareOfLast({ tokens, mention, last }: ActorContext): boolean {
  if (last === null || last.unit !== mention.noun.unit || mention.sentence - last.sentence > 2) return false
  if (last.item !== mention.noun.item) return false
  if (mention.share && mention.head === null) return true
  const words = tokens.slice(mention.from, mention.to).map((token) => token.lower)
  const of = words.indexOf('of')
  return of > 0 && themOrWhich.words.has(words[of + 1] ?? '')
}

/** "intercepted some Red Sun rebels and killed three of them": those named in the sentence itself. */
export function namedAsThem({ tokens, reading, mention, last }: ActorContext): string | null {
  if (tokens[mention.to - 1]?.lower !== 'them' || last?.sentence === mention.sentence) return null
  return (
    reading.actors.findLast((hit) => hit.name.family === 'group' && hit.to <= mention.from)?.name.id ?? null
  )
}

/** "16 jets, including three Rafales": they belong to whom the others belong. */
export function isAmongLast({ tokens, mention, last }: ActorContext): boolean {
  return tokens[mention.from - 1]?.lower === 'including' && last?.sentence === mention.sentence
}

/** "shot down 57 of 91 drones": those launched are of the side whose drones were shot down. */
export function isWholeOfLast({ tokens, mention, last, predicate }: ActorContext): boolean {
  return predicate === 'launched' && last?.sentence === mention.sentence && isWhole(tokens, mention)
}

/** A count left without an owner goes on with the one before, when it plays the same part. */
export function fromLast(context: ActorContext): ActorReading | null {
  const { last, mention, predicate, counts } = context
  if (last === null || mention.sentence - last.sentence > 2) return null
  const samePassage = last.sentence === mention.sentence && last.predicate === predicate
  if (last.actor === null) return samePassage && !mention.noun.armed ? nobodyAlone : null
  if (mention.noun.armed || !samePart(last.predicate, predicate)) return null
  // After a group's dead, plain "soldiers" are those of the state it fights.
  const ofGroup = counts.get(last.actor)?.family === 'group' && mention.head !== null
  if (ofGroup && hurt.has(predicate) && stateSoldier.words.has(mention.noun.item))
    return { actor: opponentOf(last.actor, context), evidence: 'guess' }
  if (ofGroup && regulars.has(mention.noun.item)) return null
  return { actor: last.actor, evidence: 'context' }
}

/** The side that loses in one sentence is not the side that fires in the next. */
function samePart(before: Predicate, now: Predicate): boolean {
  return hurt.has(before) === hurt.has(now) && (before === 'launched') === (now === 'launched')
}
