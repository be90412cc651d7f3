import type { Predicate } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { MentionContext } from './mention-context.ts'

const captive = wordClass('captive')
const corpse = wordClass('corpse')
const deserter = wordClass('deserter')
const andOr = wordClass('and-or')
const bringing = wordClass('bringing')
const costing = wordClass('costing')
const dead = wordClass('dead')
const deathNoun = wordClass('death-noun')
const lives = wordClass('lives')
const loss = wordClass('loss')
const release = wordClass('release')
const harm = wordClass('harm')
const wounded = wordClass('wounded')

/** Prisoners, bodies and the dead say by themselves what happened to them. */
export function predicateOfNoun(context: MentionContext): Predicate | null {
  const { mention, governor } = context
  const { noun } = mention
  if (noun.context === 'prisoner' || captive.words.has(noun.item))
    return exchanged(context) ? 'other' : 'captured'
  if (corpse.words.has(noun.item)) return 'killed'
  if (deserter.words.has(noun.item)) return 'deserted'
  if (isLossOf(context) || costsLives(context)) return 'killed'
  const described = describedHarm(context)
  if (described !== null) return described
  if (noun.predicate === null || (mention.head === null && governor !== null && governor.cost < 1))
    return null
  if (isJointAt(context.tokens, mention.antecedent)) return 'casualties'
  if (noun.predicate === 'casualties' && goesOnWithDead(context)) return 'killed'
  const toll = governor?.reading.group.personnel
  const killing = toll === 'killed' || toll === 'wounded'
  return killing && loss.words.has(noun.item) && governor && governor.cost < 1 ? toll : noun.predicate
}

/** "the bodies of 40 soldiers", "the death of four of its soldiers": whatever the verb. */
function isLossOf({ tokens, mention }: MentionContext): boolean {
  return (
    mention.noun.unit === 'personnel' &&
    tokens[mention.from - 1]?.lower === 'of' &&
    isOneOf(tokens[mention.from - 2], deathNoun)
  )
}

/** "cost 28 soldiers their lives". */
function costsLives({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.noun.unit !== 'personnel' || !isOneOf(tokens[mention.from - 1], costing)) return false
  return someOf(tokens, mention.to, Math.min(reading.sentence.to, mention.to + farthestLives), lives)
}

const farthestLives = 12

/** "40 dead fighters", "12 wounded soldiers". */
function describedHarm({ tokens, mention }: MentionContext): Predicate | null {
  if (mention.head === null || mention.noun.unit !== 'personnel') return null
  for (let at = mention.quantity.to; at < mention.head.from; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (dead.words.has(word)) return 'killed'
    if (word === 'wounded' || word === 'injured') return 'wounded'
  }
  return harmBehind(tokens, mention.to)
}

function exchanged({ tokens, reading }: MentionContext): boolean {
  return someOf(tokens, reading.sentence.from, reading.sentence.to, release)
}

/** "four soldiers died. This brings the casualties to 17": those counted are the dead. */
function goesOnWithDead({ mention, governor, previous }: MentionContext): boolean {
  return (
    mention.head === null && previous.at(-1) === 'killed' && bringing.words.has(governor?.reading.lemma ?? '')
  )
}

/** "the number of soldiers killed and wounded has exceeded 3,000". */
function isJointAt(tokens: MentionContext['tokens'], at: number | null): boolean {
  if (at === null) return false
  const joined = (from: number) =>
    isOneOf(tokens[from], harm) && isOneOf(tokens[from + 1], andOr) && isOneOf(tokens[from + 2], harm)
  return joined(at) || joined(at - 2)
}

/** "left 11 guerrillas dead", "with two crewmen wounded". */
function harmBehind(tokens: MentionContext['tokens'], at: number): Predicate | null {
  const next = tokens[at + 1]
  if (
    next !== undefined &&
    (next.lower === 'or' || (next.lower === 'and' && isOneOf(tokens[at + 2], wounded)))
  )
    return null
  return tokens[at]?.lower === 'dead' ? 'killed' : null
}
