import type { Predicate } from '../claim-schema.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { Token } from '../text/token.ts'
import { isMunition, isPlatform, isProjectile } from './kinds-of-weapon.ts'
import type { MentionContext } from './mention-context.ts'
import { resolveStatus } from './resolve-status.ts'

const acquiring = wordClass('acquiring')
const aim = wordClass('aim')
const buyingWords = wordClass('buying')
const fallComplement = wordClass('fall-complement')
const formingWords = wordClass('forming')
const noObject = wordClass('no-object')
const ownForce = wordClass('own-force')
const sending = wordClass('sending')
const strikingWords = wordClass('striking')
const definiteOrOwned = wordClass('definite-or-owned')

/** The predicate that the governing verb or noun gives what is counted, as both stand. */
export function predicateOfGroup(context: MentionContext, governor: Governor): Predicate {
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
  // "30 projectiles crossed from Arcadia", "two missiles were detected"
  const isUnderWay = group.materiel === 'deployed' && (group.owner === 'self' || group.owner === 'patient')
  if (isUnderWay && isProjectile(mention.noun.item)) return 'launched'
  if (isSentAt(tokens, mention, governor)) return 'launched'
  if (acting && group.owner === 'enemy') {
    if (isMunition(mention.noun.item)) return 'launched'
    // "100 jets bombed the hills"
    if (isPlatform(mention.noun.item)) return 'deployed'
  }
  if (isRestOfDowned(context, governor)) return 'lost'
  if (governor.side !== 'before') return null
  if (group.owner === 'buyer') return buys(tokens, mention.to, governor) ?? growsBy(context, lemma)
  const before = tokens[mention.from - 1]?.lower
  if (strikingWords.words.has(lemma) && (before === 'with' || lemma === 'attack')) return 'launched'
  if (group.materiel !== 'supplied' || governor.reading.form.noun) return null
  if (before === 'with' && governor.reading.form.participle && tokens[governor.hit.to]?.lower === 'with')
    return 'strength'
  return tokens[mention.to]?.lower === 'to' &&
    isOneOf(tokens[mention.to + 1], definiteOrOwned) &&
    isOneOf(tokens[mention.to + 2], ownForce)
    ? 'produced'
    : null
}

/** "shot down 21 drones and three missiles launched by Arcadia": the participle describes them all. */
function isRestOfDowned({ listedBefore, mention }: MentionContext, { side, reading }: Governor): boolean {
  return (
    side === 'after' &&
    mention.head !== null &&
    reading.form.participle &&
    reading.group.materiel === 'launched' &&
    listedBefore?.predicate === 'lost'
  )
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
