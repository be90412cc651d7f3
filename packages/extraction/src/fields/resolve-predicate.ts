import type { Predicate } from '../claim-schema.ts'
import { contexts } from '../lexicon/contexts.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { Token } from '../text/token.ts'
import { wordKind } from '../text/word-kinds.ts'
import { adjustPredicate } from './adjust-predicate.ts'
import { isExercise } from './is-exercise.ts'
import { isMunition } from './is-munition.ts'
import { isPlatform } from './is-platform.ts'
import type { MentionContext } from './mention-context.ts'
import { placing } from './placing.ts'
import { predicateOfNoun } from './predicate-of-noun.ts'
import { predicateOfPhrase } from './predicate-of-phrase.ts'
import { resolveStatus } from './resolve-status.ts'
import { someWord } from './some-word.ts'

const falling = wordClass('falling')
const acquiring = wordClass('acquiring')
const aim = wordClass('aim')
const areOrWere = wordClass('are-or-were')
const armyOrGroup = wordClass('army-or-group')
const buyingWords = wordClass('buying')
const count = wordClass('count')
const during = wordClass('during')
const fallComplement = wordClass('fall-complement')
const figurePronoun = wordClass('figure-pronoun')
const formingWords = wordClass('forming')
const grown = wordClass('grown')
const nearName = wordClass('near-name')
const nearOrIn = wordClass('near-or-in')
const noObject = wordClass('no-object')
const ownForce = wordClass('own-force')
const ownUnit = wordClass('own-unit')
const peacekeeper = wordClass('peacekeeper')
const sending = wordClass('sending')
const size = wordClass('size')
const strikingWords = wordClass('striking')
const theOrIts = wordClass('the-or-its')
const withOrPlus = wordClass('with-or-plus')

/** A predicate and what gave it: a trigger, the noun itself, a set phrase, the count before, or nothing at all. */
export type PredicateReading = {
  predicate: Predicate
  from: 'trigger' | 'noun' | 'phrase' | 'count before' | 'nothing'
}

/** Tells what the text says of the things counted. */
export function resolvePredicate(context: MentionContext): PredicateReading {
  const { mention, governor } = context
  const stated = predicateOfNoun(context)
  if (stated !== null) return { predicate: stated, from: 'noun' }
  const phrased = predicateOfPhrase(context)
  if (phrased !== null) return { predicate: phrased, from: 'phrase' }
  const opened = predicateOfLeadIn(context)
  if (opened !== null) return { predicate: opened, from: 'trigger' }
  const said = saidAgain(context)
  if (said !== null) return { predicate: said, from: 'count before' }
  const around = predicateOfAntecedent(context)
  if (around !== null) return { predicate: around, from: 'noun' }
  if (goesOnMeasuring(context)) return elidedPredicate(context)
  const farthest = governor?.side === 'after' ? 4 : 2.5
  if (mention.head === null && (governor === null || governor.cost > farthest))
    return elidedPredicate(context)
  if (governor === null) return predicateOf(context.previousHere, context)
  if (mention.strong && (governor.cost > 3 || governor.reading.group.weak))
    return { predicate: 'strength', from: 'phrase' }
  const predicate = adjustPredicate(context, governor, predicateOfGroup(context, governor))
  return { predicate, from: 'trigger' }
}

/** "17,000 were convicts sent there", "along with 1,000 during the raid", "up 10": a number alone that the words before explain. */
function saidAgain({ mention, tokens, previous, previousHere, governor }: MentionContext): Predicate | null {
  if (mention.head !== null || mention.share || mention.noun.predicate !== null) return null
  const after = tokens[mention.to]?.lower ?? ''
  const before = tokens[mention.from - 1]?.lower ?? ''
  if (before === 'up' || before === 'down') return changeOf(tokens, mention.from)
  if (withOrPlus.words.has(before) && during.words.has(after) && (governor?.cost ?? 9) > 1.5)
    return previousHere
  const next = tokens[mention.to + 1]
  const isNoun =
    next?.kind === 'word' &&
    !next.capital &&
    /[^s]s$/.test(next.lower) &&
    (next.kinds & wordKind.trigger) === 0
  return areOrWere.words.has(after) && isNoun ? (previous.at(-1) ?? null) : null
}

/** "the number of battalions deployed there rose to 50": the words at the noun left out tell; without any it is a size. */
function predicateOfAntecedent(context: MentionContext): Predicate | null {
  const { mention, reading, governor, tokens } = context
  const { antecedent, noun } = mention
  if (mention.head !== null || antecedent === null || noun.predicate !== null) return null
  if (antecedent > mention.from) return null
  if (governor !== null && governor.cost < 1.5 && !governor.reading.group.weak) return null
  const hit = reading.triggers.find(({ at }) => at > antecedent && at <= antecedent + 2)
  const described = hit?.readings.find(
    ({ form, group }) => form.participle && !group.weak && group.personnel !== 'increase',
  )
  if (hit !== undefined && described !== undefined && hit.to <= mention.from)
    return words.be.has(tokens[hit.at - 1]?.lower ?? '') ? null : described.group[noun.unit]
  if (!isNumberOf(tokens, antecedent)) return null
  const changed = changeOf(tokens, mention.from)
  if (changed !== null) return changed
  if (noun.unit === 'materiel') return 'strength'
  const there = peacekeeper.words.has(noun.item) || isPlacedAt(tokens, antecedent + 1)
  return there ? 'deployed' : 'strength'
}

function isPlacedAt(tokens: MentionContext['tokens'], at: number): boolean {
  return isOneOf(tokens[at], placing) && tokens.slice(at + 1, at + 5).some(({ capital }) => capital)
}

/** "the number of soldiers". */
function isNumberOf(tokens: MentionContext['tokens'], at: number): boolean {
  for (let of = at - 1; of > Math.max(0, at - 6); of -= 1)
    if (tokens[of]?.lower === 'of') return isOneOf(tokens[of - 1], count)
  return false
}

/** "rose by 4,000", "up 4,000" tell of growth, "down 4,000" of nothing else. */
function changeOf(tokens: MentionContext['tokens'], from: number): Predicate | null {
  const before = tokens[from - 1]?.lower
  if (before === 'up') return 'increase'
  if (before === 'down') return 'other'
  if (before !== 'by') return null
  return tokens.slice(Math.max(0, from - 4), from - 1).some((token) => isOneOf(token, falling))
    ? 'other'
    : 'increase'
}

/** "this had risen to N": a number alone says the same as the number before it. */
function elidedPredicate(context: MentionContext): PredicateReading {
  const { predicate } = context.mention.noun
  return predicate === null
    ? predicateOf(context.previous.at(-1) ?? null, context)
    : { predicate, from: 'noun' }
}

function predicateOf(previous: Predicate | null, context: MentionContext): PredicateReading {
  return previous === null
    ? { predicate: defaultPredicate(context), from: 'nothing' }
    : { predicate: previous, from: 'count before' }
}

function predicateOfGroup(context: MentionContext, governor: Governor): Predicate {
  const { group, form, lemma } = governor.reading
  const { unit, item } = context.mention.noun
  const acting = governor.side === 'after' && !governor.passive && !form.noun
  if (acting && unit === 'personnel' && lemma === 'fell' && !isDescent(context.tokens, governor.hit.to))
    return 'killed'
  if (
    acting &&
    unit === 'personnel' &&
    (!form.participle ||
      (group.personnel !== 'recruited' && hasOwnObject(context.tokens, governor.hit.to))) &&
    group.owner !== 'self' &&
    ['killed', 'captured', 'wounded', 'strength', 'recruited'].includes(group.personnel)
  )
    return 'deployed'
  // "400 soldiers will form the staff", "four battle groups are forming in the south".
  if (acting && unit !== 'materiel' && formingWords.words.has(lemma)) return 'deployed'
  if (unit === 'materiel') {
    const striking = materielPredicate(context, governor, acting)
    if (striking !== null) return striking
    if (group.platform !== undefined && isPlatform(item)) return group.platform
    if (lemma === 'use' || lemma === 'employ') return isMunition(item) ? 'launched' : 'deployed'
    if (group.materiel === 'withdrawn' && isMunition(item)) return 'strength'
  }
  return group[unit]
}

/** Soldiers "fell in the ambush", but "fell to 900", "fell into the river", "fell ill". */
function isDescent(tokens: MentionContext['tokens'], at: number): boolean {
  return isOneOf(tokens[at], fallComplement)
}

/** "burned down houses", "captured the hill", but not "killed Sunday" and "killed last week". */
function hasOwnObject(tokens: MentionContext['tokens'], at: number): boolean {
  const next = tokens[at]
  if (next?.kind !== 'word' || next.capital || isOneOf(next, noObject)) return false
  if (words.determiner.has(next.lower)) return true
  return next.lower.endsWith('s') && !words.preposition.has(next.lower) && !words.auxiliary.has(next.lower)
}

/** Munitions that hit something, and "attacked with 40 drones", are launched; "supplied with 40 tanks" is a stock. */
function materielPredicate(context: MentionContext, governor: Governor, acting: boolean): Predicate | null {
  const { tokens, mention } = context
  const { group, lemma } = governor.reading
  if (isSentAt(tokens, mention, governor)) return 'launched'
  if (acting && group.owner === 'enemy' && isMunition(mention.noun.item)) return 'launched'
  if (governor.side !== 'before') return null
  if (group.owner === 'buyer') return buys(tokens, mention.to, governor) ?? growsBy(context, lemma)
  const before = tokens[mention.from - 1]?.lower
  if (strikingWords.words.has(lemma) && (before === 'with' || lemma === 'attack')) return 'launched'
  if (group.materiel !== 'supplied' || governor.reading.form.noun) return null
  if (before === 'with' && governor.reading.form.participle && tokens[governor.hit.to]?.lower === 'with')
    return 'strength'
  return tokens[mention.to]?.lower === 'to' &&
    isOneOf(tokens[mention.to + 1], theOrIts) &&
    isOneOf(tokens[mention.to + 2], ownForce)
    ? 'produced'
    : null
}

/** "sent 40 drones into Arcadia". */
function isSentAt(
  tokens: MentionContext['tokens'],
  mention: MentionContext['mention'],
  governor: Governor,
): boolean {
  return (
    sending.words.has(governor.reading.lemma) &&
    governor.side === 'before' &&
    isMunition(mention.noun.item) &&
    isOneOf(tokens[mention.to], aim)
  )
}

/** "buy 40 jets from Arcadia" tells of a supply, "order 10 jets to the island" of a move. */
function buys(tokens: MentionContext['tokens'], from: number, governor: Governor): Predicate | null {
  if (!buyingWords.words.has(governor.reading.lemma)) return null
  for (let at = from; at < Math.min(tokens.length, from + 6); at += 1) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && token.text !== '-') return null
    if (token.lower === 'from') return 'supplied'
    if (token.lower === 'to' && governor.reading.lemma === 'order')
      return tokens[at + 1]?.capital ? 'deployed' : null
  }
  return null
}

/** "will procure 40 jets": they add to the buyer's own, unless it is only thought of. */
function growsBy(context: MentionContext, lemma: string): Predicate | null {
  if (!acquiring.words.has(lemma)) return null
  return resolveStatus(context, 'other') === 'possible' ? null : 'increase'
}

function defaultPredicate(context: MentionContext): Predicate {
  const { tokens, mention, reading } = context
  const { unit } = mention.noun
  if (mention.strong) return 'strength'
  if (isExercise(context)) return 'trained'
  const existential =
    tokens[mention.from - 2]?.lower === 'there' || tokens[mention.from - 1]?.lower === 'there'
  if (unit === 'materiel' && existential) return 'strength'
  if (isOwnMen(context) || isArmyOf(context)) return 'strength'
  if (unit === 'materiel' && isPlatform(mention.noun.item) && isAbroad(context)) return 'deployed'
  if (
    unit !== 'materiel' &&
    someWord(tokens, mention.to, reading.sentence.to, (word) => word === 'border' || word === 'borders')
  )
    return 'deployed'
  const there = someOf(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 4), placing)
  if (unit !== 'materiel' && there) return 'deployed'
  return someWord(tokens, Math.max(reading.sentence.from, mention.from - 3), mention.from, (word) =>
    contexts.body.has(word),
  )
    ? 'strength'
    : unit === 'personnel'
      ? 'deployed'
      : 'strength'
}

const farthestPlace = 12

/** "the figure of 9,000 soldiers", "9,000 soldiers in the army": a size. */
function isArmyOf({ tokens, mention }: MentionContext): boolean {
  const before = tokens[mention.from - 1]?.lower
  if (before === 'of' && isOneOf(tokens[mention.from - 2], size)) return true
  return tokens[mention.to]?.lower === 'in' && someOf(tokens, mention.to + 1, mention.to + 5, armyOrGroup)
}

/** "the 11 warships currently in the Gulf", "eight aircraft of the air force around Arcadia". */
function isAbroad({ tokens, mention, reading }: MentionContext): boolean {
  for (let at = mention.to; at < Math.min(reading.sentence.to - 1, mention.to + farthestPlace); at += 1)
    if (isOneOf(tokens[at], nearName) && tokens[at + 1]?.capital) return true
  const words = tokens.slice(mention.to, mention.to + 5)
  const at = words.findIndex((token) => isOneOf(token, nearOrIn))
  return at >= 0 && at <= 1 && words.slice(at + 1).some(({ capital }) => capital)
}

/** "a battalion of 600 men". */
function isOwnMen({ tokens, mention }: MentionContext): boolean {
  const body = tokens[mention.from - 2]?.lower ?? ''
  return tokens[mention.from - 1]?.lower === 'of' && (contexts.body.has(body) || ownUnit.words.has(body))
}

/** "this had risen to 410,000 troops": what grew is what the number before told. */
function goesOnMeasuring({ tokens, mention, previous, reading }: MentionContext): boolean {
  if (previous.length === 0 || mention.noun.predicate !== null) return false
  const before = tokens
    .slice(Math.max(reading.sentence.from, mention.from - 6), mention.from)
    .map((token) => token.lower)
  const change = before.findIndex((word) => grown.words.has(word))
  return change >= 0 && before.slice(0, change).some((word) => figurePronoun.words.has(word))
}

/** "The army has lost:" says of every item of its list what happened to it. */
function predicateOfLeadIn({ leadIn, governor, mention }: MentionContext): Predicate | null {
  if (leadIn === null || (governor !== null && governor.cost < 2)) return null
  const telling = leadIn.triggers.findLast(({ readings }) => readings.some(({ group }) => !group.weak))
  return telling?.readings.find(({ group }) => !group.weak)?.group[mention.noun.unit] ?? null
}
