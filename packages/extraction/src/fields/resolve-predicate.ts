import type { Predicate } from '../claim-schema.ts'
import { contextWords } from '../lexicon/contexts.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { SentenceReading } from '../reading/read-sentence.ts'
import type { Token } from '../text/token.ts'

const platforms =
  /(?:aircraft|plane|jet|fighter|bomber|helicopter|warship|ship|frigate|destroyer|corvette|submarine|carrier|vessel|cruiser|f-\d+|su-\d+|eurofighter|rafale|gripen|typhoon|squadron)$/
const exercise = /^(?:exercise|exercises|drill|drills|manoeuvres|maneuvers|wargames|war-games|manoeuvre)$/
const exchange =
  /^(?:exchange|exchanged|exchanging|swap|swapped|swaps|freed|release|released|captivity|repatriated|return|returned|traded)$/
const borders = /^(?:border|borders|frontier|along|into)$/
const placing = new Set([
  'in',
  'at',
  'on',
  'near',
  'along',
  'across',
  'around',
  'inside',
  'throughout',
  'there',
  'abroad',
  'overseas',
  'outside',
])

/** Everything the resolvers know of one mention. */
export type MentionContext = {
  tokens: readonly Token[]
  mention: Mention
  reading: SentenceReading
  governor: Governor | null
  /** The predicates of the claims before, latest last. */
  previous: readonly Predicate[]
}

/** Tells what the text says of the things counted. */
export function resolvePredicate(context: MentionContext): Predicate {
  const { mention, governor } = context
  const fromNoun = predicateOfNoun(context)
  if (fromNoun !== null) return fromNoun
  if (governor === null) return defaultPredicate(context)
  if (mention.strong && (governor.cost > 3 || governor.reading.group.weak)) return 'strength'
  return adjust(context, governor, predicateOfGroup(context, governor))
}

function predicateOfGroup({ mention }: MentionContext, governor: Governor): Predicate {
  const { group, form } = governor.reading
  const { unit, item } = mention.noun
  const acts =
    governor.side === 'after' &&
    !governor.passive &&
    !form.participle &&
    group.owner !== 'self' &&
    unit === 'personnel'
  if (
    acts &&
    ['killed', 'captured', 'wounded', 'strength', 'recruited'].includes(group.personnel) &&
    !form.noun
  )
    return 'deployed'
  if (unit === 'materiel' && group.platform !== undefined && platforms.test(item)) return group.platform
  return group[unit]
}

/** Prisoners, bodies and the dead say by themselves what happened to them. */
function predicateOfNoun(context: MentionContext): Predicate | null {
  const { mention, governor } = context
  const { noun } = mention
  if (noun.context === 'prisoner' || noun.item === 'prisoner of war' || noun.item === 'pow')
    return exchanged(context) ? 'other' : 'captured'
  if (noun.item === 'body' || noun.item === 'corpse') return 'killed'
  if (noun.item === 'deserter' || noun.item === 'defector') return 'deserted'
  if (noun.predicate === null || mention.head === null) return null
  const toll = governor?.reading.group.personnel
  return toll &&
    noun.predicate === 'casualties' &&
    (toll === 'killed' || toll === 'wounded') &&
    governor.cost < 1
    ? toll
    : noun.predicate
}

function exchanged({ tokens, reading }: MentionContext): boolean {
  return someWord(tokens, reading.sentence.from, reading.sentence.to, (word) => exchange.test(word))
}

function adjust(context: MentionContext, governor: Governor, predicate: Predicate): Predicate {
  switch (predicate) {
    case 'deployed':
      return isExercise(context) ? 'trained' : predicate
    case 'recruited':
      return /^mobili[sz]/.test(governor.reading.lemma) && placed(context) ? 'deployed' : predicate
    case 'strength':
      return context.mention.noun.unit !== 'materiel' && isPresence(context, governor)
        ? 'deployed'
        : predicate
    case 'increase':
      return reachesSize(context, governor) ? 'strength' : predicate
    case 'killed':
    case 'wounded':
      return isJoint(context, governor) ? 'casualties' : predicate
    case 'casualties':
      return countsDead(context, governor) ? 'killed' : predicate
    default:
      return predicate
  }
}

function isExercise({ tokens, reading, mention }: MentionContext): boolean {
  if (!someWord(tokens, reading.sentence.from, reading.sentence.to, (word) => exercise.test(word)))
    return false
  if (mention.noun.unit !== 'materiel') return true
  return !someWord(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 8), (word) =>
    /^(?:around|near|toward|towards)$/.test(word),
  )
}

function placed({ tokens, reading, mention }: MentionContext): boolean {
  return someWord(tokens, mention.to, reading.sentence.to, (word) => borders.test(word))
}

/** "has 900 troops in Arcadia" is a presence, "has 900,000 troops" a size. */
function isPresence({ tokens, mention }: MentionContext, governor: Governor): boolean {
  const { lemma } = governor.reading
  if (!['have', 'maintain', 'keep', 'presence', 'contingent', 'include', 'retain', 'field'].includes(lemma))
    return false
  const next = tokens[mention.to]
  if (next === undefined) return false
  return placing.has(next.lower) || next.lower === 'deployed' || next.lower === 'stationed'
}

/** "by 4,000 to 60,000": the number after "to" is the size, not the growth. */
function reachesSize({ tokens, mention }: MentionContext, governor: Governor): boolean {
  const before = tokens[mention.from - 1]?.lower
  return governor.side === 'before' && (before === 'to' || before === 'from' || before === 'reach')
}

const injuring = /^(?:wounded|injured|captured|maimed|wounding|injuring|injure|wound)$/
const joining = /^(?:and|or|,|killed|dead|injured|wounded)$/

/** "killed and wounded", "killed, injured or captured" as one number. */
function isJoint({ tokens, mention }: MentionContext, governor: Governor): boolean {
  for (let at = governor.hit.to; at < governor.hit.to + 4; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (at >= mention.from && at < mention.to) return false
    if (injuring.test(word)) return at > governor.hit.to
    if (!joining.test(word)) return false
  }
  return false
}

/** "lost N soldiers" in a passage that counts the dead. */
function countsDead({ tokens, mention, reading, previous }: MentionContext, governor: Governor): boolean {
  if (governor.reading.lemma !== 'lose' || mention.noun.unit !== 'personnel') return false
  const words = (test: RegExp) =>
    someWord(tokens, reading.sentence.from, reading.sentence.to, (word) => test.test(word))
  if (words(/^(?:wounded|injured|captured)$/)) return false
  return (
    words(/^(?:died|dead|deaths|killed|lives|killing)$/) ||
    (previous.at(-1) === 'killed' && previous.at(-2) === 'killed')
  )
}

function defaultPredicate(context: MentionContext): Predicate {
  const { tokens, mention, reading } = context
  const { unit } = mention.noun
  if (mention.strong) return 'strength'
  if (isExercise(context)) return 'trained'
  const there = someWord(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 4), (word) =>
    placing.has(word),
  )
  if (unit !== 'materiel' && there) return 'deployed'
  return someWord(tokens, Math.max(reading.sentence.from, mention.from - 3), mention.from, (word) =>
    contextWords('body').has(word),
  )
    ? 'strength'
    : unit === 'personnel'
      ? 'deployed'
      : 'strength'
}

function someWord(
  tokens: readonly Token[],
  from: number,
  to: number,
  test: (word: string) => boolean,
): boolean {
  for (let at = from; at < to; at += 1) if (test((tokens[at] as Token).lower)) return true
  return false
}
