import { actors } from '../lexicon/actors.ts'
import { type ContextName, contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { holdsOneOf, isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { findLeadIn } from '../reading/find-lead-in.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { Mention } from './mention.ts'
import { startsNumber } from './starts-number.ts'

const ammunition = wordClass('ammunition')
const civilPrisoner = wordClass('civil-prisoner')
const civilService = wordClass('civil-service')
const civilShip = wordClass('civil-ship')
const civilToll = wordClass('civil-toll')
const harmJoint = wordClass('harm-joint')
const heavy = wordClass('heavy')
const machine = wordClass('machine')
const militaryPerson = wordClass('military-person')
const militaryToll = wordClass('military-toll')
const armedBody = wordClass('armed-body')
const civilian = wordClass('civilian')
const deathOrWound = wordClass('death-or-wound')
const eachWords = wordClass('each')
const holding = wordClass('holding')
const losingVerb = wordClass('losing-verb')
const men = wordClass('men')
const plainPerson = wordClass('plain-person')
const serving = wordClass('serving')
const sidePreposition = wordClass('side-preposition')
const signedFor = wordClass('signed-for')
const signing = wordClass('signing')
const speakerVerb = wordClass('speaker-verb')
const talks = wordClass('talks')

/** Why a count of soldiers or weapons is none of a force. */
export type NotMilitary = 'capacity' | 'threshold' | 'speaker' | 'civilian'

/** Tells why a count says nothing of any force where it stands; null for one that does. */
export function whyNotMilitary(
  document: Document,
  mention: Mention,
  before: readonly Mention[],
): NotMilitary | null {
  const outside = whyOutside(document, mention)
  if (outside !== null) return outside
  return !mixesDead(document, mention) && isMilitary(document, mention, before) ? null : 'civilian'
}

const longestMix = 5

/** "thousands of soldiers and civilians have died": dead that are not of a force alone. */
function mixesDead({ tokens, sentences }: Document, mention: Mention): boolean {
  if (mention.noun.unit !== 'personnel' || mention.head === null) return false
  if (!isOneOf(tokens[mention.to], harmJoint)) return false
  let mixed = false
  for (let at = mention.to + 1; at < mention.to + longestMix && !mixed; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || startsNumber(token)) return false
    mixed = isOneOf(token, civilian)
  }
  const { from, to } = sentences[mention.sentence] as Sentence
  return mixed && someOf(tokens, from, to, deathOrWound)
}

/** Whether a doubtful noun ("people", "rounds", "dead") is military where it stands. */
function isMilitary(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const { context, item } = mention.noun
  if (
    item === 'bomb' &&
    modifiersOf(document, mention)
      .split(' ')
      .some((word) => contexts.blast.has(word))
  )
    return false
  if (context === null || (mention.head === null && context !== 'toll')) return true
  switch (context) {
    case 'person':
      return isPerson(document, mention, before)
    case 'toll':
      return isToll(document, mention, before)
    case 'police':
      return (
        isMixed(document, mention) || (has(document, mention, 'mission') && !has(document, mention, 'civil'))
      )
    case 'prisoner':
      return has(document, mention, 'prisoner') && !holdsOneOf(lowerOf(document, mention), civilPrisoner)
    case 'formation':
      return has(document, mention, 'military')
    case 'round':
      return (
        (has(document, mention, 'ammunition') || isStore(mention, before)) &&
        !isRoundOf(document.tokens, mention.to)
      )
    case 'naval':
      return isNaval(document, mention, before)
    case 'model':
      return isModel(document, mention)
    case 'launch':
      return true
    default:
      return context satisfies never
  }
}

/** "nine policemen and soldiers" are counted with the soldiers. */
function isMixed({ tokens }: Document, { to }: Mention): boolean {
  return tokens[to]?.lower === 'and' && isOneOf(tokens[to + 1], men)
}

/** "21 rounds of military talks". */
function isRoundOf(tokens: readonly Token[], to: number): boolean {
  return tokens.slice(to, to + 5).some((token) => isOneOf(token, talks))
}

/** "1.8 million rounds" are of ammunition, and so are those after shells. */
function isStore({ quantity, sentence }: Mention, before: readonly Mention[]): boolean {
  if ((quantity.low ?? quantity.high ?? 0) >= 1000) return true
  const last = before.at(-1)
  return last !== undefined && sentence - last.sentence <= 2 && holdsOneOf(last.noun.item, ammunition)
}

function isNaval(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  if (holdsOneOf(modifiersOf(document, mention), civilShip)) return false
  if (isListed(document, mention, before)) return true
  return has(document, mention, 'naval') && (isNavy(document, mention) || !has(document, mention, 'merchant'))
}

/** "three navy ships", "four PLA vessels": the owner makes them warships. */
function isNavy(document: Document, mention: Mention): boolean {
  return modifiersOf(document, mention)
    .split(' ')
    .some((word) => contexts.naval.has(word) || contexts.military.has(word))
}

/** Capacities and legal thresholds say nothing of any force. */
function whyOutside(document: Document, mention: Mention): NotMilitary | null {
  const { tokens } = document
  const sentence = document.sentences[mention.sentence] as Sentence
  if (mention.noun.unit === 'materiel' && isCapacity(tokens, sentence, mention)) return 'capacity'
  for (let at = sentence.from; at < sentence.to; at += 1)
    if (contexts.threshold.has((tokens[at] as Token).lower)) return 'threshold'
  return isSpeaker(tokens, mention) ? 'speaker' : null
}

/** "can carry 20 tanks", "with room for 40 jets", "carrying eight missiles each". */
function isCapacity(tokens: readonly Token[], { from }: Sentence, mention: Mention): boolean {
  const each = isOneOf(tokens[mention.to], eachWords)
  for (let at = Math.max(from, mention.from - 4); at < mention.from; at += 1) {
    const word = (tokens[at] as Token).lower
    if (!contexts.capacity.has(word)) continue
    if (each || holding.words.has(word)) return true
    for (let back = Math.max(from, at - 4); back < at; back += 1)
      if (contexts.able.has((tokens[back] as Token).lower)) return true
  }
  return false
}

/** "one sergeant said", "two soldiers told reporters": speakers, not forces. */
function isSpeaker(tokens: readonly Token[], mention: Mention): boolean {
  const next = tokens[mention.to]?.lower ?? ''
  if (mention.quantity.low !== 1) return false
  // "War is a trade," said Ivan, one of the mercenaries.
  const before = tokens[mention.from - 1]
  if (
    before?.text === ',' &&
    mention.noun.unit === 'personnel' &&
    tokens[mention.quantity.to]?.lower === 'of'
  )
    return tokens[mention.from - 2]?.capital === true
  return speakerVerb.words.has(next)
}

function isPerson(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const { item } = mention.noun
  // "nine people including two soldiers" are not soldiers.
  if (
    document.tokens[mention.to]?.lower === 'including' ||
    document.tokens[mention.to + 1]?.lower === 'including'
  )
    return false
  if (/force$/.test(item)) return (mention.quantity.low ?? mention.quantity.high ?? 0) >= 20
  if (item === 'body') return has(document, mention, 'military') || followsForce(document, mention, before)
  if (isNational(document, mention)) return isForeignForce(document, mention, before)
  const modifiers = modifiersOf(document, mention)
  if (isMember(document, mention)) return true
  if (holdsOneOf(modifiers, civilService)) return false
  if (namesForce(document, mention)) return true
  if (holdsOneOf(modifiers, militaryPerson)) return true
  if (isOnMission(document, mention) || isAboard(document, mention)) return true
  if (isOfSide(document, mention) || isLost(document, mention)) return true
  if (item === 'officer' && isWarStory(document) && isOfState(document, mention)) return true
  if (item === 'man' && isWarStory(document) && !has(document, mention, 'civil', ['people'])) return true
  if (!plainPerson.words.has(item))
    return has(document, mention, 'force') && !has(document, mention, 'civil', ['people'])
  if (
    item === 'person' &&
    isWarStory(document) &&
    has(document, mention, 'military') &&
    !has(document, mention, 'civil', ['people'])
  )
    return true
  if (isServing(document, mention) || isOnMission(document, mention) || isAboard(document, mention))
    return true
  return (
    has(document, mention, 'person') &&
    !has(document, mention, 'civil', ['people', 'person', 'persons', 'population', 'citizens'])
  )
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

/** "three Malawians", "the 40 Russians": people by their state's name. */
function isNational({ tokens }: Document, { head }: Mention): boolean {
  const found = head === null ? null : findPhrase(actors, tokens, head.from)
  return found?.value.kind === 'people' && found.value.family === 'state'
}

/** People of a state are its soldiers where soldiers are counted, or where a story of a war counts its losses. */
function isForeignForce(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  if (has(document, mention, 'civil', ['people', 'population'])) return false
  if (has(document, mention, 'force') || followsForce(document, mention, before)) return true
  return isWarStory(document) && has(document, mention, 'fallen')
}

/** Whether soldiers are counted in the same sentence or the one before. */
function followsForce(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const last = before.at(-1)
  return (
    last?.noun.unit === 'personnel' &&
    mention.sentence - last.sentence <= 1 &&
    !has(document, mention, 'civil', ['people'])
  )
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
  return has(document, mention, 'posting') && (has(document, mention, 'mission') || isMissionStory(document))
}

const missionStories = new WeakMap<Document, boolean>()

/** A story that names a mission or its gangs again and again. */
function isMissionStory(document: Document): boolean {
  const known = missionStories.get(document)
  if (known !== undefined) return known
  const named = document.tokens.filter(({ lower }) => contexts.missions.has(lower)).length
  const answer = named >= 3
  missionStories.set(document, answer)
  return answer
}

/** An item among counts of weapons. */
function isListed(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const last = before.at(-1)
  if (last?.noun.unit !== 'materiel' || last.noun.context !== null) return false
  return last.sentence === mention.sentence || findLeadIn(document, mention.sentence) !== null
}

/** "leaving two crew members dead": those aboard a helicopter or a tank. */
function isAboard(document: Document, mention: Mention): boolean {
  return /^crew/.test(mention.noun.item) && has(document, mention, 'crewed')
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

function isToll(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const modifiers = modifiersOf(document, mention)
  if (holdsOneOf(modifiers, militaryToll)) return true
  if (holdsOneOf(modifiers, civilToll)) return false
  if (mention.noun.item === 'name') return has(document, mention, 'troops')
  if (/loss$/.test(mention.noun.item))
    return !has(document, mention, 'civil') || has(document, mention, 'troops')
  // "15 victims were rescued": only a number left alone is of a war's victims.
  if (mention.noun.item === 'victim' && mention.head !== null) return false
  const last = before.at(-1)
  const civil = has(document, mention, 'civil')
  if (last?.sentence === mention.sentence && last.noun.unit === 'personnel') return true
  if (civil) return false
  if (has(document, mention, 'troops') || isWarStory(document)) return true
  return last !== undefined && last.noun.unit === 'personnel' && mention.sentence - last.sentence <= 1
}

const warStories = new WeakMap<Document, boolean>()

/** A story that speaks of soldiers far more than of civilians: its dead are soldiers. */
function isWarStory(document: Document): boolean {
  const known = warStories.get(document)
  if (known !== undefined) return known
  let military = 0
  let civil = 0
  for (const { kinds } of document.tokens) {
    if ((kinds & wordKind.military) !== 0) military += 1
    else if ((kinds & wordKind.civil) !== 0) civil += 1
  }
  const answer = military >= 6 && military > 2 * civil
  warStories.set(document, answer)
  return answer
}

const calibre = /\d ?mm/

function isModel(document: Document, mention: Mention): boolean {
  const modifiers = modifiersOf(document, mention).split(' ')
  const any = (name: ContextName) => modifiers.some((word) => contexts[name].has(word))
  switch (mention.noun.item) {
    case 'vehicle':
      return any('armour')
    case 'system':
      return any('system') || modifiers.some((word) => /\d/.test(word))
    case 'weapon':
      return calibre.test(modifiers.join(' ')) || holdsOneOf(modifiers.join(' '), heavy)
    case 'gun':
      return !any('sidearm')
    case 'machine':
      return (
        has(document, { ...mention, sentence: mention.sentence - 1 }, 'naval') ||
        holdsOneOf(lowerOf(document, { ...mention, sentence: mention.sentence - 1 }), machine)
      )
    default:
      return false
  }
}

function has(
  document: Document,
  mention: Mention,
  name: ContextName,
  except: readonly string[] = [],
): boolean {
  const sentence = document.sentences[mention.sentence]
  if (sentence === undefined) return false
  const words = contexts[name]
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const { lower } = document.tokens[at] as Token
    if (
      words.has(lower) &&
      !except.includes(lower) &&
      !(at >= mention.from && at < mention.to && name === 'naval')
    )
      return true
  }
  return false
}

function modifiersOf(document: Document, mention: Mention): string {
  return document.tokens
    .slice(mention.quantity.to, mention.head?.from ?? mention.to)
    .map((token) => token.lower)
    .join(' ')
}

function lowerOf(document: Document, mention: Mention): string {
  const sentence = document.sentences[mention.sentence]
  if (sentence === undefined) return ''
  return document.tokens
    .slice(sentence.from, sentence.to)
    .map((token) => token.lower)
    .join(' ')
}
