import { actors } from '../lexicon/actors.ts'
import { type ContextName, contexts } from '../lexicon/contexts.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { findLeadIn } from '../reading/find-lead-in.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { Mention } from './mention.ts'
import { startsNumber } from './starts-number.ts'

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

const deathWords =
  /^(?:died|dead|deaths?|dying|killed|killing|kills|wounded|injured|casualties|lives|slain|perished)$/
const longestMix = 5

/** "thousands of soldiers and civilians have died": dead that are not of a force alone. */
function mixesDead({ tokens, sentences }: Document, mention: Mention): boolean {
  if (mention.noun.unit !== 'personnel' || mention.head === null) return false
  if (!/^(?:and|or|,|\/)$/.test(tokens[mention.to]?.lower ?? '')) return false
  let mixed = false
  for (let at = mention.to + 1; at < mention.to + longestMix && !mixed; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || startsNumber(token)) return false
    mixed = /^(?:civilians?|residents|villagers|women|children|bystanders)$/.test(token.lower)
  }
  const { from, to } = sentences[mention.sentence] as Sentence
  return mixed && tokens.slice(from, to).some(({ lower }) => deathWords.test(lower))
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
      return has(document, mention, 'prisoner') && !/hostage|palestinian/.test(lowerOf(document, mention))
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
  return (
    tokens[to]?.lower === 'and' && /^(?:soldiers|troops|fighters|marines)$/.test(tokens[to + 1]?.lower ?? '')
  )
}

/** "21 rounds of military talks". */
function isRoundOf(tokens: readonly Token[], to: number): boolean {
  return tokens
    .slice(to, to + 5)
    .some(({ lower }) => /^(?:talks|negotiations|voting|sanctions|consultations)$/.test(lower))
}

/** "1.8 million rounds" are of ammunition, and so are those after shells. */
function isStore({ quantity, sentence }: Mention, before: readonly Mention[]): boolean {
  if ((quantity.low ?? quantity.high ?? 0) >= 1000) return true
  const last = before.at(-1)
  return last !== undefined && sentence - last.sentence <= 2 && /shell|munition|round/.test(last.noun.item)
}

function isNaval(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  if (/guard|fishing|cargo|merchant|commercial|official/.test(modifiersOf(document, mention))) return false
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
  const each = /^(?:each|apiece)$/.test(tokens[mention.to]?.lower ?? '')
  for (let at = Math.max(from, mention.from - 4); at < mention.from; at += 1) {
    const word = (tokens[at] as Token).lower
    if (!contexts.capacity.has(word)) continue
    if (each || /^(?:carries|seats|accommodates)$/.test(word)) return true
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
  return /^(?:said|says|told|added|recalled|wrote|explained)$/.test(next)
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
  if (/civilian|police|political|council|parliament|staff member/.test(modifiers)) return false
  if (namesForce(document, mention)) return true
  if (
    /militar|army|armed|wagner|rebel|militia|special forces|naval|defence|defense|combat|fighting|reserve/.test(
      modifiers,
    )
  )
    return true
  if (isOnMission(document, mention) || isAboard(document, mention)) return true
  if (isOfSide(document, mention) || isLost(document, mention)) return true
  if (item === 'officer' && isWarStory(document) && isOfState(document, mention)) return true
  if (item === 'man' && isWarStory(document) && !has(document, mention, 'civil', ['people'])) return true
  if (!/^(?:person|citizen|national|foreigner|employee|staff|crew|crew member|member|agent)$/.test(item))
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

const servingWords =
  /^(?:fighting|serving|enlisted|uniform|deployed|mobili[sz]ed|conscripted|drafted|garrisoned|recruited)$/

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
  return side > 1 && after.slice(0, side).some((word) => /^(?:from|on|of)$/.test(word))
}

/** "they had been losing 1,000 people a day": a force loses people. */
function isLost(document: Document, mention: Mention): boolean {
  const word = document.tokens[mention.from - 1]?.lower ?? ''
  return isWarStory(document) && /^(?:lose|loses|losing|lost)$/.test(word)
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
  if (after.slice(0, 4).some((word) => servingWords.test(word))) return true
  const signed = after.findIndex((word) => /^(?:sign|signed|signing|joined|join|serve|served)$/.test(word))
  return (
    signed >= 0 &&
    after.slice(signed).some((word) => /^(?:army|military|forces|contracts|contract)$/.test(word))
  )
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
    if (contexts.military.has(lower) || /^(?:forces?|corps|defen[cs]e)$/.test(lower)) return true
    if (findPhrase(actors, tokens, at)?.value.family === 'group') return true
  }
  return false
}

function isToll(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const modifiers = modifiersOf(document, mention)
  if (/militar|battle|combat|soldier|troop|war |army/.test(modifiers)) return true
  if (/civilian|palestinian|child|people/.test(modifiers)) return false
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

function isModel(document: Document, mention: Mention): boolean {
  const modifiers = modifiersOf(document, mention).split(' ')
  const any = (name: ContextName) => modifiers.some((word) => contexts[name].has(word))
  switch (mention.noun.item) {
    case 'vehicle':
      return any('armour')
    case 'system':
      return any('system') || modifiers.some((word) => /\d/.test(word))
    case 'weapon':
      return /\dmm|\d mm|artillery|anti-tank|antitank|anti-aircraft/.test(modifiers.join(' '))
    case 'gun':
      return !any('sidearm')
    case 'machine':
      return (
        has(document, { ...mention, sentence: mention.sentence - 1 }, 'naval') ||
        /fighter|jet|aircraft|tank/.test(lowerOf(document, { ...mention, sentence: mention.sentence - 1 }))
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
