import type { Predicate } from '../claim-schema.ts'
import { contexts } from '../lexicon/contexts.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import { wordKind } from '../text/word-kinds.ts'
import { isExercise } from './is-exercise.ts'
import { isPlatform } from './kinds-of-weapon.ts'
import type { MentionContext } from './mention-context.ts'

const placing = wordClass('placing')
const falling = wordClass('falling')
const areOrWere = wordClass('are-or-were')
const count = wordClass('count')
const during = wordClass('during')
const peacekeeper = wordClass('peacekeeper')
const withOrPlus = wordClass('with-or-plus')
const borderNoun = wordClass('border-noun')
const army = wordClass('army')
const nearName = wordClass('near-name')
const nearOrIn = wordClass('near-or-in')
const ownUnit = wordClass('own-unit')
const size = wordClass('size')

/** "17,000 were convicts sent there", "along with 1,000 during the raid", "up 10": a number alone that the words before explain. */
export function saidAgain({
  mention,
  tokens,
  previous,
  previousHere,
  governor,
}: MentionContext): Predicate | null {
  if (mention.head !== null || mention.share || mention.noun.predicate !== null) return null
  const before = tokens[mention.from - 1]?.lower ?? ''
  if (before === 'up' || before === 'down') return changeOf(tokens, mention.from)
  if (
    isOneOf(tokens[mention.from - 1], withOrPlus) &&
    isOneOf(tokens[mention.to], during) &&
    (governor?.cost ?? 9) > 1.5
  )
    return previousHere
  const next = tokens[mention.to + 1]
  const isNoun =
    next?.kind === 'word' &&
    !next.capital &&
    /[^s]s$/.test(next.lower) &&
    (next.kinds & wordKind.trigger) === 0
  return isOneOf(tokens[mention.to], areOrWere) && isNoun ? (previous.at(-1) ?? null) : null
}

/** "the number of battalions deployed there rose to 50": the words at the noun left out tell; without any it is a size. */
export function predicateOfAntecedent(context: MentionContext): Predicate | null {
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
  return tokens[mention.to]?.lower === 'in' && someOf(tokens, mention.to + 1, mention.to + 5, army)
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
