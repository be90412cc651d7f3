import type { Predicate } from '../claim-schema.ts'
import { contexts } from '../lexicon/contexts.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { isExercise } from './is-exercise.ts'
import { isPlatform } from './is-platform.ts'
import type { MentionContext } from './mention-context.ts'

const placing = wordClass('placing')
const borderNoun = wordClass('border-noun')
const armyOrGroup = wordClass('army-or-group')
const nearName = wordClass('near-name')
const nearOrIn = wordClass('near-or-in')
const ownUnit = wordClass('own-unit')
const size = wordClass('size')

/** The predicate of a count that nothing governs. */
export function defaultPredicate(context: MentionContext): Predicate {
  const { tokens, mention, reading } = context
  const { unit } = mention.noun
  if (mention.strong) return 'strength'
  if (isExercise(context)) return 'trained'
  const existential =
    tokens[mention.from - 2]?.lower === 'there' || tokens[mention.from - 1]?.lower === 'there'
  if (unit === 'materiel' && existential) return 'strength'
  if (isOwnMen(context) || isArmyOf(context)) return 'strength'
  if (unit === 'materiel' && isPlatform(mention.noun.item) && isAbroad(context)) return 'deployed'
  if (unit !== 'materiel' && someOf(tokens, mention.to, reading.sentence.to, borderNoun)) return 'deployed'
  const there = someOf(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 4), placing)
  if (unit !== 'materiel' && there) return 'deployed'
  return tokens
    .slice(Math.max(reading.sentence.from, mention.from - 3), mention.from)
    .some(({ lower }) => contexts.body.has(lower))
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
