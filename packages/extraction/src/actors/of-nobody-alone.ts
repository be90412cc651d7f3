import { someOf, wordClass } from '../lexicon/word-classes.ts'
import type { ActorContext } from './actor-context.ts'
import type { ActorReading } from './resolve-actor.ts'

const ofSeveral = wordClass('of-several')
const eachPeriod = wordClass('each-period')
const missionAdjective = wordClass('mission-adjective')
const side = wordClass('side')
const statesWords = wordClass('states')
const usually = wordClass('usually')

/** Of several sides, or of none in particular. */
export const nobodyAlone: ActorReading = { actor: null, evidence: 'clause' }

/** "each side freed 40 prisoners" belongs to nobody alone. */
export function isJoint({ tokens, mention, reading, predicate }: ActorContext): boolean {
  for (let at = reading.sentence.from; at < Math.min(mention.to + 2, reading.sentence.to); at += 1) {
    const word = tokens[at]?.lower
    const next = tokens[at + 1]?.lower ?? ''
    if (word !== 'each' && word !== 'both') continue
    if (at >= mention.to && next === 'sides') return true
    if (tokens.slice(at, mention.from).some(({ text }) => text === ',')) continue
    if (
      at >= mention.to
        ? predicate === 'other' && !eachPeriod.words.has(next)
        : side.words.has(next) || (predicate === 'other' && next !== 'other')
    )
      return true
  }
  return false
}

/** "A battalion typically has 300 to 1,000 troops": any army's. */
export function isUsualSize({ tokens, mention, reading, predicate }: ActorContext): boolean {
  if (predicate !== 'strength') return false
  const usual = someOf(tokens, reading.sentence.from, mention.from, usually)
  return usual && reading.actors.every((hit) => hit.at >= mention.to)
}

/** "More than 17,000 troops take part in the joint drills" of several states. */
export function isJointExercise({ document, tokens, reading, predicate, counts }: ActorContext): boolean {
  if (predicate !== 'trained') return false
  const { from, to } = reading.sentence
  const { title } = document
  if (!someOf(tokens, from, to, ofSeveral) && !someOf(title, 0, title.length, ofSeveral)) return false
  const states = [...counts.values()].filter(({ family }) => family === 'state').length
  const named = reading.actors.filter(({ name }) => name.kind !== 'generic' && name.kind !== 'modifier')
  return states >= 2 && new Set(named.map((hit) => hit.name.id)).size !== 1
}

/** "Arcadia sent 3,600 troops to the 22,000-strong peacekeeping force": the whole is nobody's alone. */
export function isMission({ tokens, mention }: ActorContext): boolean {
  if (!mention.strong) return false
  return someOf(tokens, mention.quantity.to, mention.to + 1, missionAdjective)
}

/** "soldiers from 20 countries". */
export function isMultinational({ tokens, mention, predicate }: ActorContext): boolean {
  // Those recruited abroad are of the force that they join.
  if (predicate === 'recruited' || predicate === 'captured') return false
  const words = tokens.slice(mention.to, mention.to + 6).map((token) => token.lower)
  const from = words.indexOf('from')
  return from >= 0 && from < 3 && words.slice(from).some((word) => statesWords.words.has(word))
}
