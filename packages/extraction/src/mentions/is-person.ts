import { actors } from '../lexicon/actors.ts'
import { contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { holdsOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { hasContext, isMissionStory, isWarStory, modifiersOf } from './has-context.ts'
import { followsForce, isForeignForce, isNational } from './is-national-force.ts'
import type { Mention } from './mention.ts'

const anybody = wordClass('anybody')
const peopleAtLarge = wordClass('people-at-large')
const civilService = wordClass('civil-service')
const militaryPerson = wordClass('military-person')
const armedBody = wordClass('armed-body')
const losingVerb = wordClass('losing-verb')
const plainPerson = wordClass('plain-person')
const serving = wordClass('serving')
const sidePreposition = wordClass('side-preposition')
const signedFor = wordClass('signed-for')
const signing = wordClass('signing')

/** Whether people, officers or crews are those of a force where they stand. */
export function isPerson(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const { item } = mention.noun
  // "nine people including two soldiers" are not soldiers.
  if (
    document.tokens[mention.to]?.lower === 'including' ||
    document.tokens[mention.to + 1]?.lower === 'including'
  )
    return false
  if (item.endsWith('force')) return (mention.quantity.low ?? mention.quantity.high ?? 0) >= 20
  if (item === 'body')
    return hasContext(document, mention, 'military') || followsForce(document, mention, before)
  if (isNational(document, mention)) return isForeignForce(document, mention, before)
  const modifiers = modifiersOf(document, mention)
  if (isMember(document, mention)) return true
  if (holdsOneOf(modifiers, civilService)) return false
  if (namesForce(document, mention)) return true
  if (holdsOneOf(modifiers, militaryPerson)) return true
  if (isOnMission(document, mention) || isAboard(document, mention)) return true
  if (isOfSide(document, mention) || isLost(document, mention)) return true
  if (item === 'officer' && isWarStory(document) && isOfState(document, mention)) return true
  if (item === 'man' && isWarStory(document) && !hasContext(document, mention, 'civil', peopleAtLarge))
    return true
  if (!plainPerson.words.has(item))
    return hasContext(document, mention, 'force') && !hasContext(document, mention, 'civil', peopleAtLarge)
  if (
    item === 'person' &&
    isWarStory(document) &&
    hasContext(document, mention, 'military') &&
    !hasContext(document, mention, 'civil', peopleAtLarge)
  )
    return true
  if (isServing(document, mention) || isOnMission(document, mention) || isAboard(document, mention))
    return true
  return hasContext(document, mention, 'person') && !hasContext(document, mention, 'civil', anybody)
}

/** "VDP members", "200 PLA men": a group or an armed service among the modifiers. */
function namesForce({ tokens }: Document, { quantity, head, to }: Mention): boolean {
  for (let at = quantity.to; at < (head?.from ?? to); at += 1) {
    const token = tokens[at] as Token
    if (contexts.military.has(token.lower) || findPhrase(actors, tokens, at)?.value.family === 'group')
      return true
  }
  return false
}

/** "50 people from the Armenian side". */
function isOfSide({ tokens }: Document, mention: Mention): boolean {
  const after = tokens.slice(mention.to, mention.to + 8).map((token) => token.lower)
  const side = after.indexOf('side')
  return side > 1 && after.slice(0, side).some((word) => sidePreposition.words.has(word))
}

/** "they had been losing 1,000 people a day": a force loses people. */
function isLost(document: Document, mention: Mention): boolean {
  const word = document.tokens[mention.from - 1]?.lower ?? ''
  return isWarStory(document) && losingVerb.words.has(word)
}

/** "two Russian officers". */
function isOfState({ tokens }: Document, { quantity, head, to }: Mention): boolean {
  for (let at = quantity.to; at < (head?.from ?? to); at += 1)
    if (findPhrase(actors, tokens, at)?.value.family === 'state') return true
  return false
}

/** "people killed fighting for", "people signed up for the army". */
function isServing({ tokens }: Document, mention: Mention): boolean {
  const after = tokens.slice(mention.to, mention.to + 8).map((token) => token.lower)
  if (after.slice(0, 4).some((word) => serving.words.has(word))) return true
  const signed = after.findIndex((word) => signing.words.has(word))
  return signed >= 0 && after.slice(signed).some((word) => signedFor.words.has(word))
}

/** Officers of a story about an armed mission abroad. */
function isOnMission(document: Document, mention: Mention): boolean {
  if (mention.noun.item !== 'officer') return false
  return (
    hasContext(document, mention, 'posting') &&
    (hasContext(document, mention, 'mission') || isMissionStory(document))
  )
}

/** "leaving two crew members dead": those aboard a helicopter or a tank. */
function isAboard(document: Document, mention: Mention): boolean {
  return mention.noun.item.startsWith('crew') && hasContext(document, mention, 'crewed')
}

/** "members of Hamas", "members of the armed forces". */
function isMember(document: Document, mention: Mention): boolean {
  const { tokens } = document
  if (tokens[mention.to]?.lower !== 'of') return false
  for (let at = mention.to + 1; at < Math.min(tokens.length, mention.to + 8); at += 1) {
    const { lower } = tokens[at] as Token
    if (lower === ',' || lower === '.' || contexts.unarmed.has(lower)) return false
    if (contexts.military.has(lower) || armedBody.words.has(lower)) return true
    if (findPhrase(actors, tokens, at)?.value.family === 'group') return true
  }
  return false
}
