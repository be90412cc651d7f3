import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import { isExerciseWord } from './is-exercise.ts'
import { isMunition } from './kinds-of-weapon.ts'
import type { MentionContext } from './mention-context.ts'

const sendingHome = wordClass('sending-home')
const handingOver = wordClass('handing-over')
const action = wordClass('action')
const armySize = wordClass('army-size')
const captivity = wordClass('captivity')
const carryingWords = wordClass('carrying')
const commaOrAnd = wordClass('comma-or-and')
const fromOrTo = wordClass('from-or-to')
const homeward = wordClass('homeward')
const meeting = wordClass('meeting')
const ofOrFrom = wordClass('of-or-from')
const takingPart = wordClass('taking-part')

/** "engaged with six drones": whether they were shot down is not said. */
export function isMet({ mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' && isMunition(mention.noun.item) && meeting.words.has(governor.reading.lemma)
  )
}

/** "some 3,000 soldiers will take part": in an exercise, unless the sentence speaks of an action. */
export function takesPart({ tokens, reading, mention }: MentionContext, governor: Governor): boolean {
  if (!takingPart.words.has(governor.reading.lemma) || mention.noun.unit !== 'personnel') return false
  return !someOf(tokens, reading.sentence.from, reading.sentence.to, action)
}

/** "The convoy left the base, carrying 800 soldiers": they leave with it. */
export function carriesAway(
  { tokens, reading }: MentionContext,
  { hit, reading: verb, side }: Governor,
): boolean {
  if (side !== 'before' || !verb.form.ing || !carryingWords.words.has(verb.lemma)) return false
  if (!isOneOf(tokens[hit.at - 1], commaOrAnd)) return false
  return reading.triggers.some(
    (known) =>
      known.to < hit.at &&
      known.readings.some(
        ({ group, form, lemma }) => group.personnel === 'withdrawn' && form.finite && lemma !== 'return',
      ),
  )
}

/** "will move 300 troops out of the base". */
export function isMovedOut({ tokens, mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' &&
    tokens[mention.to]?.lower === 'out' &&
    isOneOf(tokens[mention.to + 1], ofOrFrom)
  )
}

/** "To reach 300 ships, the navy …". */
export function isReached({ mention }: MentionContext, { side, hit }: Governor): boolean {
  return side === 'before' && mention.from - hit.to <= 1
}

/** "sent 300 soldiers home". */
export function isSentHome({ tokens, mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' &&
    isOneOf(tokens[mention.to], homeward) &&
    sendingHome.words.has(governor.reading.lemma)
  )
}

/** Prisoners "handed over" in an exchange. */
export function isHandover({ tokens, reading, mention }: MentionContext, governor: Governor): boolean {
  if (mention.noun.unit !== 'personnel' || !handingOver.words.has(governor.reading.lemma)) return false
  return someOf(tokens, reading.sentence.from, reading.sentence.to, captivity)
}

/** "placed 1,000 troops there for drills": the placing is the point. */
export function isForExercise({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || governor.reading.group.owner !== 'agent') return false
  let at = mention.to
  while (at < reading.sentence.to && !isExerciseWord(tokens[at])) at += 1
  return at < reading.sentence.to && tokens.slice(at - 4, at).some((token) => token.lower === 'for')
}

/** "cut from 900 to 400": those before and those who stay. */
export function isCutTo({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || !words['change-verb'].has(governor.reading.lemma)) return false
  return isOneOf(tokens[mention.from - 1], fromOrTo)
}

/** Whether the whole army is spoken of before the count. */
export function isArmy({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(tokens, reading.sentence.from, mention.from, armySize)
}

/** "leaving some 1,100 in the country": those who stay. */
export function leavesBehind({ mention }: MentionContext, governor: Governor): boolean {
  return governor.side === 'before' && governor.reading.lemma === 'leave' && mention.noun.predicate === null
}
