import type { Predicate } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { Token } from '../text/token.ts'
import { isExercise, isExerciseWord } from './is-exercise.ts'
import { isMunition } from './is-munition.ts'
import { measuredNoun } from './measured-noun.ts'
import type { MentionContext } from './mention-context.ts'
import { placing } from './placing.ts'

const harmJoint = wordClass('harm-joint')
const mobilising = wordClass('mobilising')
const sendingHome = wordClass('sending-home')
const handingOver = wordClass('handing-over')
const noPlaceYet = wordClass('no-place-yet')
const woundedOrCaptured = wordClass('wounded-or-captured')
const death = wordClass('death')
const action = wordClass('action')
const armySize = wordClass('army-size')
const aroundOrOff = wordClass('around-or-off')
const border = wordClass('border')
const captivity = wordClass('captivity')
const carryingWords = wordClass('carrying')
const commaOrAnd = wordClass('comma-or-and')
const failing = wordClass('failing')
const fromOrTo = wordClass('from-or-to')
const harm = wordClass('harm')
const homeward = wordClass('homeward')
const impact = wordClass('impact')
const including = wordClass('including')
const keeping = wordClass('keeping')
const land = wordClass('land')
const losing = wordClass('losing')
const meeting = wordClass('meeting')
const missionKeeping = wordClass('mission-keeping')
const ofOrFrom = wordClass('of-or-from')
const peacekeeper = wordClass('peacekeeper')
const stationed = wordClass('stationed')
const takingPart = wordClass('taking-part')
const targeting = wordClass('targeting')

/** Changes what the verb says where the sentence around it says more. */
export function adjustPredicate(
  context: MentionContext,
  governor: Governor,
  predicate: Predicate,
): Predicate {
  const measured = measuredNoun(context, governor)
  if (measured !== null)
    return measured === 'casualties' && context.previous.at(-1) === 'killed' ? 'killed' : measured
  switch (predicate) {
    case 'deployed':
      if (isMet(context, governor)) return 'other'
      if (carriesAway(context, governor)) return 'withdrawn'
      if (isHandover(context, governor)) return 'other'
      if (isSentHome(context, governor) || isMovedOut(context, governor)) return 'withdrawn'
      if (governor.reading.lemma === 'reach' && isReached(context, governor)) return 'strength'
      if (takesPart(context, governor)) return 'trained'
      return isExercise(context) && !isForExercise(context, governor) ? 'trained' : predicate
    case 'trained':
      return context.mention.noun.unit === 'materiel' && isNear(context) ? 'deployed' : predicate
    case 'withdrawn':
      if (isHandover(context, governor)) return 'other'
      if (isCutTo(context, governor)) return isArmy(context) ? 'strength' : 'deployed'
      return leavesBehind(context, governor) ? 'deployed' : predicate
    case 'recruited':
      return mobilising.words.has(governor.reading.lemma) && placed(context) ? 'deployed' : predicate
    case 'strength':
      if (including.words.has(governor.reading.lemma) && isExercise(context)) return 'trained'
      return context.mention.noun.unit !== 'materiel' &&
        (isPresence(context, governor) || isMissionPresence(context, governor))
        ? 'deployed'
        : predicate
    case 'increase':
      if (context.mention.noun.unit === 'formation' && isPlacedNext(context)) return 'deployed'
      return nounBetween(context, governor) ?? (reachesSize(context, governor) ? 'strength' : predicate)
    case 'launched':
      return gotThrough(context, governor) ? 'other' : predicate
    case 'killed':
      if (isTargeted(context, governor)) return 'casualties'
      return isJoint(context, governor) ? 'casualties' : predicate
    case 'wounded':
    case 'captured':
      return isJoint(context, governor) ? 'casualties' : predicate
    case 'casualties':
      return countsDead(context, governor) ? 'killed' : predicate
    case 'lost':
      return isMissed(context, governor) ? 'other' : predicate
    default:
      return predicate
  }
}

/** "engaged with six drones": whether they were shot down is not said. */
function isMet({ mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' && isMunition(mention.noun.item) && meeting.words.has(governor.reading.lemma)
  )
}

/** "some 3,000 soldiers will take part": in an exercise, unless the sentence speaks of an action. */
function takesPart({ tokens, reading, mention }: MentionContext, governor: Governor): boolean {
  if (!takingPart.words.has(governor.reading.lemma) || mention.noun.unit !== 'personnel') return false
  return !someOf(tokens, reading.sentence.from, reading.sentence.to, action)
}

/** "The convoy left the base, carrying 800 soldiers": they leave with it. */
function carriesAway({ tokens, reading }: MentionContext, { hit, reading: verb, side }: Governor): boolean {
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

function isPlacedNext({ tokens, mention }: MentionContext): boolean {
  return isOneOf(tokens[mention.to], placing)
}

/** "will move 300 troops out of the base". */
function isMovedOut({ tokens, mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' &&
    tokens[mention.to]?.lower === 'out' &&
    isOneOf(tokens[mention.to + 1], ofOrFrom)
  )
}

/** "To reach 300 ships, the navy …". */
function isReached({ mention }: MentionContext, { side, hit }: Governor): boolean {
  return side === 'before' && mention.from - hit.to <= 1
}

/** "sent 300 soldiers home". */
function isSentHome({ tokens, mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' &&
    isOneOf(tokens[mention.to], homeward) &&
    sendingHome.words.has(governor.reading.lemma)
  )
}

/** Prisoners "handed over" in an exchange. */
function isHandover({ tokens, reading, mention }: MentionContext, governor: Governor): boolean {
  if (mention.noun.unit !== 'personnel' || !handingOver.words.has(governor.reading.lemma)) return false
  return someOf(tokens, reading.sentence.from, reading.sentence.to, captivity)
}

/** "placed 1,000 troops there for drills": the placing is the point. */
function isForExercise({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || governor.reading.group.owner !== 'agent') return false
  let at = mention.to
  while (at < reading.sentence.to && !isExerciseWord((tokens[at] as Token).lower)) at += 1
  return at < reading.sentence.to && tokens.slice(at - 4, at).some((token) => token.lower === 'for')
}

/** "drills around Arcadia": a show of force near another's territory. */
function isNear({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 9), aroundOrOff)
}

/** "cut from 900 to 400": those before and those who stay. */
function isCutTo({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || !words['change-verb'].has(governor.reading.lemma)) return false
  return isOneOf(tokens[mention.from - 1], fromOrTo)
}

function isArmy({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(tokens, reading.sentence.from, mention.from, armySize)
}

/** "leaving some 1,100 in the country": those who stay. */
function leavesBehind({ mention }: MentionContext, governor: Governor): boolean {
  return governor.side === 'before' && governor.reading.lemma === 'leave' && mention.noun.predicate === null
}

function placed({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.to; at < reading.sentence.to; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'to' || word === 'for') return false
    if (border.words.has(word)) return true
  }
  return false
}

/** "has 900 troops in Arcadia" is a presence, "has 900,000 troops" a size. */
function isPresence({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  const { lemma } = governor.reading
  if (!keeping.words.has(lemma)) return false
  // A group's fighters at home are its size.
  if (reading.actors.findLast((hit) => hit.to <= governor.hit.at)?.name.family === 'group') return false
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 8); at += 1) {
    const token = tokens[at] as Token
    if (isOneOf(token, stationed)) return true
    // "one brigade combat team (BCT) in Arcadia": a short name in brackets is passed over.
    const bracket = token.text === '(' || token.text === ')'
    if (token.kind === 'mark' && token.text !== '-' && !bracket) return false
    if (isOneOf(token, placing)) return namesPlace(tokens, at + 1)
  }
  return false
}

/** A mission serves abroad: what it "has" or "maintains" is there. */
function isMissionPresence({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  if (mention.strong || governor.side === 'inside') return false
  if (peacekeeper.words.has(mention.noun.item)) return true
  if (!missionKeeping.words.has(governor.reading.lemma)) return false
  if (tokens.slice(Math.max(0, governor.hit.at - 3), governor.hit.at).some(({ lower }) => lower === 'to'))
    return false
  const subject = reading.actors.findLast((hit) => hit.to <= governor.hit.at)
  return subject?.name.force === true && subject.name.family === 'org'
}

/** "in Syria", "on the island", "at the border", not "in place" or "in its inventory". */
function namesPlace(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 4)
  if (isOneOf(words[0], noPlaceYet)) return words.some((token) => token.capital || isOneOf(token, land))
  return words.some((token) => token.capital) || words[0]?.lower !== 'the'
}

/** "increase production from N": the noun between tells what grows. */
function nounBetween({ mention, reading }: MentionContext, governor: Governor): Predicate | null {
  if (governor.side !== 'before') return null
  const between = reading.triggers.findLast((hit) => hit.at >= governor.hit.to && hit.to <= mention.from)
  const noun = between?.readings.find(
    ({ form, group }) => form.noun && !group.weak && group.personnel !== 'increase',
  )
  return noun ? noun.group[mention.noun.unit] : null
}

/** "by 4,000 to 60,000": the number after "to" is the size, not the growth. */
function reachesSize({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before') return false
  for (let at = mention.from - 1; at >= governor.hit.to; at -= 1) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'by') return false
    if (word === 'to' || word === 'from' || word === 'reach') return true
  }
  return false
}

const recentSalvo = 3

/** "one of them struck a house" in a passage that counts those launched or shot down: it got through. */
function gotThrough({ mention, previous }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'after' || governor.passive || !isMunition(mention.noun.item)) return false
  if (!impact.words.has(governor.reading.lemma)) return false
  return previous.slice(-recentSalvo).some((said) => said === 'launched' || said === 'lost')
}

/** "10 rebels were neutralised; two were targeted in the hills": what happened to them is told before. */
function isTargeted({ previous }: MentionContext, { reading }: Governor): boolean {
  return targeting.words.has(reading.lemma) && previous.at(-1) === 'casualties'
}

/** "failed to stop four drones", "could not intercept two missiles". */
function isMissed({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || governor.reading.group.owner !== 'enemy') return false
  if (mention.noun.unit !== 'materiel') return false
  const { at } = governor.hit
  return someOf(tokens, Math.max(0, at - 3), at, failing)
}

/** "killed and wounded", "killed, injured or captured" as one number. */
function isJoint({ tokens, mention }: MentionContext, governor: Governor): boolean {
  const { hit } = governor
  const joined = (at: number, step: number) => {
    let next = at
    while (isOneOf(tokens[next], harmJoint)) next += step
    return next !== at && isOneOf(tokens[next], harm) && !(next >= mention.from && next < mention.to)
  }
  return joined(hit.to, 1) || joined(hit.at - 1, -1)
}

/** "lost N soldiers", "the loss of N soldiers", "the casualties included N soldiers" in a passage that counts the dead. */
function countsDead({ tokens, mention, reading, previous }: MentionContext, governor: Governor): boolean {
  const { lemma } = governor.reading
  if (!losing.words.has(lemma) || mention.noun.unit !== 'personnel') return false
  const { from, to } = reading.sentence
  if (someOf(tokens, from, to, woundedOrCaptured)) return false
  return someOf(tokens, from, to, death) || previous.slice(-recentDead).includes('killed')
}

// The count of the wounded may stand between two of the dead.
const recentDead = 2
