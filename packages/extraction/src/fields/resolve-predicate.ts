import type { Predicate } from '../claim-schema.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import { adjustPredicate } from './adjust-predicate.ts'
import type { MentionContext } from './mention-context.ts'
import { predicateOfGroup } from './predicate-of-group.ts'
import { predicateOfNoun } from './predicate-of-noun.ts'
import { predicateOfPhrase } from './predicate-of-phrase.ts'
import { defaultPredicate, predicateOfAntecedent, saidAgain } from './predicate-without-verb.ts'

const figurePronoun = wordClass('figure-pronoun')
const grown = wordClass('grown')

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
