import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import { isMunition } from './kinds-of-weapon.ts'
import type { MentionContext } from './mention-context.ts'

const joint = wordClass('joint')
const woundedOrCaptured = wordClass('wounded-or-captured')
const death = wordClass('death')
const failing = wordClass('failing')
const harm = wordClass('harm')
const impact = wordClass('impact')
const losing = wordClass('losing')
const targeting = wordClass('targeting')

const recentSalvo = 3

/** "one of them struck a house" in a passage that counts those launched or shot down: it got through. */
export function gotThrough({ mention, previous }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'after' || governor.passive || !isMunition(mention.noun.item)) return false
  if (!impact.words.has(governor.reading.lemma)) return false
  return previous.slice(-recentSalvo).some((said) => said === 'launched' || said === 'lost')
}

/** "10 rebels were neutralised; two were targeted in the hills": what happened to them is told before. */
export function isTargeted({ previous }: MentionContext, { reading }: Governor): boolean {
  return targeting.words.has(reading.lemma) && previous.at(-1) === 'casualties'
}

/** "failed to stop four drones", "could not intercept two missiles". */
export function isMissed({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || governor.reading.group.owner !== 'enemy') return false
  if (mention.noun.unit !== 'materiel') return false
  const { at } = governor.hit
  return someOf(tokens, Math.max(0, at - 3), at, failing)
}

/** "killed and wounded", "killed, injured or captured" as one number. */
export function isJoint({ tokens, mention }: MentionContext, governor: Governor): boolean {
  const { hit } = governor
  const joined = (at: number, step: number) => {
    let next = at
    while (isOneOf(tokens[next], joint)) next += step
    return next !== at && isOneOf(tokens[next], harm) && !(next >= mention.from && next < mention.to)
  }
  return joined(hit.to, 1) || joined(hit.at - 1, -1)
}

/** "lost N soldiers", "the loss of N soldiers", "the casualties included N soldiers" in a passage that counts the dead. */
export function countsDead(
  { tokens, mention, reading, previous }: MentionContext,
  governor: Governor,
): boolean {
  const { lemma } = governor.reading
  if (!losing.words.has(lemma) || mention.noun.unit !== 'personnel') return false
  const { from, to } = reading.sentence
  if (someOf(tokens, from, to, woundedOrCaptured)) return false
  return someOf(tokens, from, to, death) || previous.slice(-recentDead).includes('killed')
}

// The count of the wounded may stand between two of the dead.
const recentDead = 2
