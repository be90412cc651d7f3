import type { Predicate } from '../claim-schema.ts'
import { contexts } from '../lexicon/contexts.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { Token } from '../text/token.ts'
import { isCeiling } from './is-ceiling.ts'
import type { MentionContext } from './mention-context.ts'

const platforms =
  /(?:aircraft|plane|jet|fighter|bomber|helicopter|warship|ship|frigate|destroyer|corvette|submarine|carrier|vessel|cruiser|f-\d+|su-\d+|eurofighter|rafale|gripen|typhoon|squadron)$/
const munitions =
  /(?:drone|uav|missile|rocket|shell|round|munition|bomb|projectile|mortar|shahed|geran|vehicle aerial|unmanned aerial vehicle|torpedo|interceptor|atacms|storm shadow|iskander|kalibr)$/
const striking = /^(?:attack|strike|hit|target|bombard|pound|bomb|shell|assault|respond|retaliate)$/
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

/** Tells what the text says of the things counted. */
export function resolvePredicate(context: MentionContext): Predicate {
  const { tokens, mention, governor } = context
  const fromNoun = predicateOfNoun(context)
  if (fromNoun !== null) return fromNoun
  if (tokens[mention.from]?.lower === 'all' && tokens[mention.from + 1]?.lower === 'but') return 'other'
  if (mention.table) return rowPredicate(context)
  if (isCeiling(context)) return 'strength'
  if (isPartOfSize(context) || isBodySize(context)) return 'strength'
  if (isMadeAvailable(context)) return 'other'
  if (isInPackage(context)) return 'supplied'
  if (goesOnMeasuring(context)) return elidedPredicate(context)
  if (mention.head === null && (governor === null || governor.cost > (governor.side === 'after' ? 4 : 2.5)))
    return elidedPredicate(context)
  if (governor === null) return context.previousHere ?? defaultPredicate(context)
  if (mention.strong && (governor.cost > 3 || governor.reading.group.weak)) return 'strength'
  return adjust(context, governor, predicateOfGroup(context, governor))
}

/** "this had risen to N": a number alone says the same as the number before it. */
function elidedPredicate(context: MentionContext): Predicate {
  return context.mention.noun.predicate ?? context.previous.at(-1) ?? defaultPredicate(context)
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

/** The rows of a table say what its heading says, most often losses. */
function rowPredicate({ mention, governor, previous, tokens, reading }: MentionContext): Predicate {
  const { from } = reading.sentence
  const heading = tokens
    .slice(Math.max(0, from - 40), mention.from)
    .findLast((token) =>
      /^(?:loss|losses|lost|destroyed|casualties|eliminated|killed|strength|arsenal|deployed|has|have)$/.test(
        token.lower,
      ),
    )
  const lost =
    heading === undefined
      ? previous.at(-1) === 'lost' || previous.at(-1) === 'casualties'
      : /^(?:loss|losses|lost|destroyed|casualties|eliminated|killed)$/.test(heading.lower)
  if (lost) return mention.noun.unit === 'personnel' ? 'casualties' : 'lost'
  return governor === null ? (previous.at(-1) ?? 'strength') : governor.reading.group[mention.noun.unit]
}

/** "the army totals about 200,000". */
function isBodySize({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.head !== null) return false
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - 4), mention.from)
  return (
    before.some((token) => /^(?:totals?|totall?ed|numbers|numbered|comprises?|boasts?)$/.test(token.lower)) &&
    before.some((token) => contexts.body.has(token.lower))
  )
}

/** "making 40,000 troops available". */
function isMadeAvailable({ tokens, mention, reading }: MentionContext): boolean {
  const makes = tokens
    .slice(Math.max(reading.sentence.from, mention.from - 3), mention.from)
    .some((token) => /^mak(?:e|es|ing)$|^made$/.test(token.lower))
  return (
    makes &&
    someWord(
      tokens,
      mention.to,
      Math.min(reading.sentence.to, mention.to + 14),
      (word) => word === 'available',
    )
  )
}

/** "The package includes 60 tanks; …": all that it lists is given. */
function isInPackage({ tokens, mention, reading, governor }: MentionContext): boolean {
  if (mention.noun.unit !== 'materiel' || (governor !== null && governor.cost < 1)) return false
  const { from } = reading.sentence
  const opening = tokens.slice(from, Math.min(mention.from, from + 10)).map((token) => token.lower)
  const at = opening.findIndex((word) =>
    /^(?:package|packages|tranche|shipment|consignment|assistance|aid|donation|delivery)$/.test(word),
  )
  return (
    at >= 0 &&
    opening
      .slice(at)
      .some((word) =>
        /^(?:includ(?:e|es|ed|ing)|contain(?:s|ed)?|compris(?:es|ed|ing)|consist(?:s|ed)?|of)$/.test(word),
      )
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

/** "one of its two carriers": what it is one of is what they have. */
function isPartOfSize({ tokens, mention, governor }: MentionContext): boolean {
  const before = tokens[mention.from - 1]?.lower
  if (
    /strength of$/.test(
      tokens
        .slice(mention.from, mention.quantity.numberFrom)
        .map((token) => token.lower)
        .join(' '),
    )
  )
    return true
  return (
    (before === 'its' || before === 'their') &&
    tokens[mention.from - 2]?.lower === 'of' &&
    !(governor?.side === 'after' && governor.cost < 1.5)
  )
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
  if (acting && group.owner === 'enemy' && munitions.test(mention.noun.item)) return 'launched'
  if (governor.side !== 'before') return null
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

/** Prisoners, bodies and the dead say by themselves what happened to them. */
function predicateOfNoun(context: MentionContext): Predicate | null {
  const { mention, governor } = context
  const { noun } = mention
  if (noun.context === 'prisoner' || noun.item === 'prisoner of war' || noun.item === 'pow')
    return exchanged(context) ? 'other' : 'captured'
  if (noun.item === 'body' || noun.item === 'corpse') return 'killed'
  if (noun.item === 'deserter' || noun.item === 'defector') return 'deserted'
  const described = describedHarm(context)
  if (described !== null) return described
  if (noun.predicate === null || (mention.head === null && governor !== null && governor.cost < 1))
    return null
  const toll = governor?.reading.group.personnel
  const killing = toll === 'killed' || toll === 'wounded'
  return killing && /^(?:loss|victim)$/.test(noun.item) && governor && governor.cost < 1
    ? toll
    : noun.predicate
}

/** "40 dead fighters", "12 wounded soldiers". */
function describedHarm({ tokens, mention }: MentionContext): Predicate | null {
  if (mention.head === null || mention.noun.unit !== 'personnel') return null
  for (let at = mention.quantity.to; at < mention.head.from; at += 1) {
    const word = tokens[at]?.lower ?? ''
    if (/^(?:dead|slain|fallen|killed|martyred)$/.test(word)) return 'killed'
    if (word === 'wounded' || word === 'injured') return 'wounded'
  }
  return null
}

function exchanged({ tokens, reading }: MentionContext): boolean {
  return someWord(tokens, reading.sentence.from, reading.sentence.to, (word) => exchange.test(word))
}

function adjust(context: MentionContext, governor: Governor, predicate: Predicate): Predicate {
  switch (predicate) {
    case 'deployed':
      if (isHandover(context, governor)) return 'other'
      if (isSentHome(context, governor)) return 'withdrawn'
      return isExercise(context) && !isForExercise(context, governor) ? 'trained' : predicate
    case 'trained':
      return context.mention.noun.unit === 'materiel' && isNear(context) ? 'deployed' : predicate
    case 'withdrawn':
      return leavesBehind(context, governor) ? 'deployed' : predicate
    case 'recruited':
      return /^mobili[sz]/.test(governor.reading.lemma) && placed(context) ? 'deployed' : predicate
    case 'strength':
      return context.mention.noun.unit !== 'materiel' && isPresence(context, governor)
        ? 'deployed'
        : predicate
    case 'increase':
      if (context.mention.noun.unit === 'formation' && isPlacedNext(context)) return 'deployed'
      return nounBetween(context, governor) ?? (reachesSize(context, governor) ? 'strength' : predicate)
    case 'killed':
    case 'wounded':
    case 'captured':
      return isJoint(context, governor) ? 'casualties' : predicate
    case 'casualties':
      return countsDead(context, governor) ? 'killed' : predicate
    default:
      return predicate
  }
}

function isPlacedNext({ tokens, mention }: MentionContext): boolean {
  return placing.has(tokens[mention.to]?.lower ?? '')
}

/** "sent 300 soldiers home". */
function isSentHome({ tokens, mention }: MentionContext, governor: Governor): boolean {
  return (
    governor.side === 'before' &&
    /^(?:home|back)$/.test(tokens[mention.to]?.lower ?? '') &&
    /^(?:send|bring|fly|take|lead)/.test(governor.reading.lemma)
  )
}

/** Prisoners "handed over" in an exchange. */
function isHandover({ tokens, reading, mention }: MentionContext, governor: Governor): boolean {
  if (
    mention.noun.unit !== 'personnel' ||
    !/^(?:hand|return|give|release|free|transfer)/.test(governor.reading.lemma)
  )
    return false
  return someWord(tokens, reading.sentence.from, reading.sentence.to, (word) =>
    /^(?:exchange|exchanges|swap|swaps|captivity|prisoner|prisoners|pows)$/.test(word),
  )
}

function isExercise({ tokens, reading, mention }: MentionContext): boolean {
  const from = clauseStart(tokens, mention.from, reading.sentence.from)
  const to = clauseEnd(tokens, mention.to, reading.sentence.to)
  const drills = (at: number) => exercise.test((tokens[at] as Token).lower) || isTrainingGround(tokens, at)
  let found = false
  for (let at = from; at < to && !found; at += 1) found = drills(at)
  if (!found || mention.noun.unit !== 'materiel') return found
  return !someWord(tokens, mention.to, Math.min(to, mention.to + 8), (word) =>
    /^(?:around|near|toward|towards)$/.test(word),
  )
}

/** "placed 1,000 troops there for drills": the placing is the point. */
function isForExercise({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before' || governor.reading.group.owner !== 'agent') return false
  const at = tokens.findIndex(
    (token, index) => index >= mention.to && index < reading.sentence.to && exercise.test(token.lower),
  )
  return at > 0 && tokens.slice(at - 4, at).some((token) => token.lower === 'for')
}

/** "drills around Arcadia": a show of force near another's territory. */
function isNear({ tokens, mention, reading }: MentionContext): boolean {
  return someWord(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 9), (word) =>
    /^(?:around|near|toward|towards|off)$/.test(word),
  )
}

/** "leaving some 1,100 in the country": those who stay. */
function leavesBehind({ mention }: MentionContext, governor: Governor): boolean {
  return governor.side === 'before' && governor.reading.lemma === 'leave' && mention.noun.predicate === null
}

function isTrainingGround(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.lower === 'training' &&
    /^(?:area|areas|ground|grounds|range)$/.test(tokens[at + 1]?.lower ?? '')
  )
}

const clauseBreaks = /^(?:;|while|but|whereas|although)$/

function clauseStart(tokens: readonly Token[], from: number, floor: number): number {
  for (let at = from - 1; at >= floor; at -= 1) if (clauseBreaks.test((tokens[at] as Token).lower)) return at
  return floor
}

function clauseEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (clauseBreaks.test((tokens[at] as Token).lower)) return at
  return limit
}

function placed({ tokens, reading, mention }: MentionContext): boolean {
  return someWord(tokens, mention.to, reading.sentence.to, (word) => borders.test(word))
}

/** "has 900 troops in Arcadia" is a presence, "has 900,000 troops" a size. */
function isPresence({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  const { lemma } = governor.reading
  if (!/^(?:have|maintain|keep|presence|contingent|retain|field)$/.test(lemma)) return false
  // A group's fighters at home are its size.
  if (reading.actors.findLast((hit) => hit.to <= governor.hit.at)?.name.family === 'group') return false
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 8); at += 1) {
    const token = tokens[at] as Token
    if (/^(?:deployed|stationed|abroad|there|overseas|based)$/.test(token.lower)) return true
    if (token.kind === 'mark' && token.text !== '-') return false
    if (placing.has(token.lower)) return namesPlace(tokens, at + 1)
  }
  return false
}

/** "in Syria", "on the island", "at the border", not "in place" or "in its inventory". */
function namesPlace(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 4)
  if (
    /^(?:place|total|service|reserve|all|its|their|stock|storage|inventory|the$)$/.test(words[0]?.lower ?? '')
  )
    return words.some(
      (token) =>
        token.capital ||
        /^(?:country|region|area|island|border|city|valley|town|north|south|east|west|province|territory|territories)$/.test(
          token.lower,
        ),
    )
  return words.some((token) => token.capital) || words[0]?.lower !== 'the'
}

/** "increase production from N": the noun between tells what grows. */
function nounBetween({ mention, reading }: MentionContext, governor: Governor): Predicate | null {
  if (governor.side !== 'before') return null
  const between = reading.triggers.findLast((hit) => hit.at >= governor.hit.to && hit.to <= mention.from)
  const noun = between?.readings.find(
    ({ form, group }) => form.noun && !group.weak && group.personnel !== 'increase',
  )
  return noun ? noun.group[mention.noun.unit] : null
}

/** "by 4,000 to 60,000": the number after "to" is the size, not the growth. */
function reachesSize({ tokens, mention }: MentionContext, governor: Governor): boolean {
  if (governor.side !== 'before') return false
  for (let at = mention.from - 1; at >= governor.hit.to; at -= 1) {
    const word = tokens[at]?.lower ?? ''
    if (word === 'by') return false
    if (word === 'to' || word === 'from' || word === 'reach') return true
  }
  return false
}

const harms =
  /^(?:killed|dead|wounded|injured|captured|maimed|wounding|injuring|injure|wound|kill|killing|died)$/
const joining = /^(?:and|or|,|\/)$/

/** "killed and wounded", "killed, injured or captured" as one number. */
function isJoint({ tokens, mention }: MentionContext, governor: Governor): boolean {
  const { hit } = governor
  const joined = (at: number, step: number) => {
    let next = at
    while (joining.test(tokens[next]?.lower ?? '')) next += step
    return (
      next !== at && harms.test(tokens[next]?.lower ?? '') && !(next >= mention.from && next < mention.to)
    )
  }
  return joined(hit.to, 1) || joined(hit.at - 1, -1)
}

/** "lost N soldiers" in a passage that counts the dead. */
function countsDead({ tokens, mention, reading, previous }: MentionContext, governor: Governor): boolean {
  if (governor.reading.lemma !== 'lose' || mention.noun.unit !== 'personnel') return false
  const words = (test: RegExp) =>
    someWord(tokens, reading.sentence.from, reading.sentence.to, (word) => test.test(word))
  if (words(/^(?:wounded|injured|captured)$/)) return false
  return words(/^(?:died|dead|deaths|killed|lives|killing)$/) || previous.at(-1) === 'killed'
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

function someWord(
  tokens: readonly Token[],
  from: number,
  to: number,
  test: (word: string) => boolean,
): boolean {
  for (let at = from; at < to; at += 1) if (test((tokens[at] as Token).lower)) return true
  return false
}
