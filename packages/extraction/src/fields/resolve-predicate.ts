import type { Predicate } from '../claim-schema.ts'
import { contexts } from '../lexicon/contexts.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { Token } from '../text/token.ts'
import { adjustPredicate } from './adjust-predicate.ts'
import { isExercise } from './is-exercise.ts'
import type { MentionContext } from './mention-context.ts'
import { placing } from './placing.ts'
import { predicateOfNoun } from './predicate-of-noun.ts'
import { predicateOfPhrase } from './predicate-of-phrase.ts'
import { someWord } from './some-word.ts'

const platforms =
  /(?:aircraft|plane|jet|fighter|bomber|helicopter|warship|ship|frigate|destroyer|corvette|submarine|carrier|vessel|cruiser|f-\d+|su-\d+|eurofighter|rafale|gripen|typhoon|squadron)$/

const munitions =
  /(?:drone|uav|missile|rocket|shell|round|munition|bomb|projectile|mortar|shahed|geran|vehicle aerial|unmanned aerial vehicle|torpedo|interceptor|atacms|storm shadow|iskander|kalibr)$/

const striking = /^(?:attack|strike|hit|target|bombard|pound|bomb|shell|assault|respond|retaliate)$/

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
  if (
    acting &&
    unit === 'personnel' &&
    !form.participle &&
    group.owner !== 'self' &&
    ['killed', 'captured', 'wounded', 'strength', 'recruited'].includes(group.personnel)
  )
    return 'deployed'
  if (unit === 'materiel') {
    const striking = materielPredicate(context, governor, acting)
    if (striking !== null) return striking
    if (group.platform !== undefined && platforms.test(item)) return group.platform
    if (lemma === 'use' || lemma === 'employ') return munitions.test(item) ? 'launched' : 'deployed'
    if (group.materiel === 'withdrawn' && munitions.test(item)) return 'strength'
  }
  return group[unit]
}

/** Munitions that hit something, and "attacked with 40 drones", are launched; "supplied with 40 tanks" is a stock. */
function materielPredicate(
  { tokens, mention }: MentionContext,
  governor: Governor,
  acting: boolean,
): Predicate | null {
  const { group, lemma } = governor.reading
  if (isSentAt(tokens, mention, governor)) return 'launched'
  if (acting && group.owner === 'enemy' && munitions.test(mention.noun.item)) return 'launched'
  if (governor.side !== 'before') return null
  if (group.owner === 'buyer') return buys(tokens, mention.to, governor)
  const before = tokens[mention.from - 1]?.lower
  if (striking.test(lemma) && (before === 'with' || lemma === 'attack')) return 'launched'
  if (group.materiel !== 'supplied' || governor.reading.form.noun) return null
  if (before === 'with' && governor.reading.form.participle && tokens[governor.hit.to]?.lower === 'with')
    return 'strength'
  return tokens[mention.to]?.lower === 'to' &&
    /^(?:its|the|their)$/.test(tokens[mention.to + 1]?.lower ?? '') &&
    /^(?:own|forces|army|military|troops|armed)$/.test(tokens[mention.to + 2]?.lower ?? '')
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
    /^(?:send|fly|dispatch|direct)$/.test(governor.reading.lemma) &&
    governor.side === 'before' &&
    munitions.test(mention.noun.item) &&
    /^(?:into|at|against|towards?|over|across)$/.test(tokens[mention.to]?.lower ?? '')
  )
}

const buying = /^(?:buy|purchase|order|procure|acquire|purchase of|procurement|acquisition|order)$/

/** "buy 40 jets from Arcadia" tells of a supply, "order 10 jets to the island" of a move. */
function buys(tokens: MentionContext['tokens'], from: number, governor: Governor): Predicate | null {
  if (!buying.test(governor.reading.lemma)) return null
  for (let at = from; at < Math.min(tokens.length, from + 6); at += 1) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && token.text !== '-') return null
    if (token.lower === 'from') return 'supplied'
    if (token.lower === 'to' && governor.reading.lemma === 'order')
      return tokens[at + 1]?.capital ? 'deployed' : null
  }
  return null
}

function defaultPredicate(context: MentionContext): Predicate {
  const { tokens, mention, reading } = context
  const { unit } = mention.noun
  if (mention.strong) return 'strength'
  if (isExercise(context)) return 'trained'
  const existential =
    tokens[mention.from - 2]?.lower === 'there' || tokens[mention.from - 1]?.lower === 'there'
  if (unit === 'materiel' && existential) return 'strength'
  if (isOwnMen(context)) return 'strength'
  if (
    unit !== 'materiel' &&
    someWord(tokens, mention.to, reading.sentence.to, (word) => word === 'border' || word === 'borders')
  )
    return 'deployed'
  const there = someWord(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 4), (word) =>
    placing.has(word),
  )
  if (unit !== 'materiel' && there) return 'deployed'
  return someWord(tokens, Math.max(reading.sentence.from, mention.from - 3), mention.from, (word) =>
    contexts.body.has(word),
  )
    ? 'strength'
    : unit === 'personnel'
      ? 'deployed'
      : 'strength'
}

/** "a battalion of 600 men". */
function isOwnMen({ tokens, mention }: MentionContext): boolean {
  const body = tokens[mention.from - 2]?.lower ?? ''
  return (
    tokens[mention.from - 1]?.lower === 'of' &&
    (contexts.body.has(body) ||
      /^(?:battalion|brigade|regiment|company|division|unit|platoon|squadron)$/.test(body))
  )
}

/** "this had risen to 410,000 troops": what grew is what the number before told. */
function goesOnMeasuring({ tokens, mention, previous, reading }: MentionContext): boolean {
  if (previous.length === 0 || mention.noun.predicate !== null) return false
  const before = tokens
    .slice(Math.max(reading.sentence.from, mention.from - 6), mention.from)
    .map((token) => token.lower)
  const change = before.findIndex((word) =>
    /^(?:risen|rose|rises|grown|grew|grows|fell|fallen|increased?|swelled|swollen|climbed|dropped|reached?|exceeded)$/.test(
      word,
    ),
  )
  return (
    change >= 0 &&
    before.slice(0, change).some((word) => /^(?:this|that|it|number|figure|which|total)$/.test(word))
  )
}

/** "The army has lost:" says of every item of its list what happened to it. */
function predicateOfLeadIn({ leadIn, governor, mention }: MentionContext): Predicate | null {
  if (leadIn === null || (governor !== null && governor.cost < 2)) return null
  const telling = leadIn.triggers.findLast(({ readings }) => readings.some(({ group }) => !group.weak))
  return telling?.readings.find(({ group }) => !group.weak)?.group[mention.noun.unit] ?? null
}
