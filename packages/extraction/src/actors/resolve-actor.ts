import type { Predicate } from '../claim-schema.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { items } from '../lexicon/items.ts'
import { words } from '../lexicon/words.ts'
import { type ActorContext, hurt, regulars } from './actor-context.ts'
import { actorOfArticle } from './actor-of-article.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import { namedBeside } from './named-beside.ts'
import { namedInApposition } from './named-in-apposition.ts'
import { opponentOf } from './opponent-of.ts'
import { ownName } from './own-name.ts'

/** An actor and how it was found, from the phrase itself down to a guess. */
export type ActorReading = {
  actor: string | null
  evidence: 'phrase' | 'clause' | 'context' | 'guess' | 'none'
}

const nobodyAlone: ActorReading = { actor: null, evidence: 'clause' }
const bodies = /^[a-z]/
const manyOwners = /^(?:countries|nations|allies|states|members|governments|partners)$/

/** Tells whose people or weapons are counted. */
export function resolveActor(context: ActorContext): ActorReading {
  if (isJoint(context)) return nobodyAlone
  const own = ownName(context)
  if (own) return { actor: own.actor, evidence: 'phrase' }
  const apposed = namedInApposition(context)
  if (apposed !== null) return { actor: apposed, evidence: 'phrase' }
  const beside = namedBeside(context)
  if (beside !== null) return { actor: beside, evidence: 'phrase' }
  if (goesOnWithSame(context) || isShareOfLast(context) || isAmongLast(context))
    return { actor: context.last?.actor ?? null, evidence: 'context' }
  if (/^(?:peacekeeper|blue helmet)$/.test(context.mention.noun.item)) return ownerOfPeacekeepers(context)
  if (isMultinational(context)) return { actor: organisationNear(context), evidence: 'clause' }
  if (isUsualSize(context) || isJointExercise(context)) return nobodyAlone
  if (goesOnInList(context)) return { actor: context.last?.actor ?? null, evidence: 'clause' }
  const { topic, mention } = context
  if (mention.table && topic.org !== null && context.counts.get(topic.org)?.force)
    return { actor: topic.org, evidence: 'context' }
  const inClause = fromClause(context)
  if (inClause !== 'unknown') return { actor: inClause, evidence: 'clause' }
  const meant = plainNoun(context)
  if (meant !== null) return { actor: meant, evidence: 'context' }
  return ofTheirState(context, ownSaying(context) ?? fromLast(context) ?? actorOfArticle(context))
}

/** "each side freed 40 prisoners" belongs to nobody alone. */
function isJoint({ tokens, mention, reading, predicate }: ActorContext): boolean {
  for (let at = reading.sentence.from; at < Math.min(mention.to + 2, reading.sentence.to); at += 1) {
    const word = tokens[at]?.lower
    const next = tokens[at + 1]?.lower ?? ''
    if (word !== 'each' && word !== 'both') continue
    if (
      at >= mention.to
        ? !/^(?:day|week|month|year|night|square|hour)$/.test(next)
        : /^sides?$/.test(next) || (predicate === 'other' && next !== 'other')
    )
      return true
  }
  return false
}

/** "captured 33 soldiers; 28 were released": the number alone is of the same people. */
function goesOnWithSame({ mention, governor, last, reading }: ActorContext): boolean {
  if (mention.head !== null || last === null || last.actor === null) return false
  if (mention.noun.unit === 'materiel')
    return (
      last.sentence === mention.sentence &&
      !reading.actors.some((hit) => hit.at >= last.to && hit.to <= mention.from)
    )
  return governor?.side === 'after' && mention.sentence - last.sentence <= 1
}

/** "lost 40 tanks, 12 guns and three jets"; after fighters of a group, plain soldiers are not its own. */
function goesOnInList({ last, predicate, mention, counts }: ActorContext): boolean {
  if (!last?.listed || last.predicate !== predicate || mention.noun.armed) return false
  return !(regulars.test(mention.noun.item) && counts.get(last.actor ?? '')?.family === 'group')
}

/** "12 army sappers", "three rebel gunmen": those whom the article calls so. */
function plainNoun({ reading, mention }: ActorContext): string | null {
  const end = mention.head?.from ?? mention.to
  const hit = reading.actors.find(
    ({ at, name }) =>
      at >= mention.quantity.to && at < end && (name.kind === 'generic' || name.kind === 'modifier'),
  )
  return hit?.name.id ?? null
}

/** "two of them", "five of the jets": a share of what was counted right before. */
function isShareOfLast({ tokens, mention, last }: ActorContext): boolean {
  if (last === null || last.unit !== mention.noun.unit || mention.sentence - last.sentence > 2) return false
  if (last.item !== mention.noun.item) return false
  if (mention.share && mention.head === null) return true
  const words = tokens.slice(mention.from, mention.to).map((token) => token.lower)
  const of = words.indexOf('of')
  return of > 0 && /^(?:them|these|those|which|whom)$/.test(words[of + 1] ?? '')
}

/** "16 jets, including three Rafales": they belong to whom the others belong. */
function isAmongLast({ tokens, mention, last }: ActorContext): boolean {
  return tokens[mention.from - 1]?.lower === 'including' && last?.sentence === mention.sentence
}

/** A state that sends peacekeepers of its own has them; else they are those of the organisation named, or the UN's. */
function ownerOfPeacekeepers(context: ActorContext): ActorReading {
  const sender = hurt.has(context.predicate) ? 'unknown' : fromClause(context)
  const named = sender !== 'unknown' && sender !== null && !bodies.test(sender)
  if (named) return { actor: sender, evidence: 'clause' }
  return { actor: organisationNear(context) ?? 'un', evidence: 'context' }
}

/** "A battalion typically has 300 to 1,000 troops": any army's. */
function isUsualSize({ tokens, mention, reading, predicate }: ActorContext): boolean {
  if (predicate !== 'strength') return false
  const usual = tokens
    .slice(reading.sentence.from, mention.from)
    .some(({ lower }) => /^(?:typically|usually|normally|generally)$/.test(lower))
  return usual && reading.actors.every((hit) => hit.at >= mention.to)
}

/** "More than 17,000 troops take part in the joint drills" of several states. */
function isJointExercise({ document, tokens, reading, predicate, counts }: ActorContext): boolean {
  if (predicate !== 'trained') return false
  const joint = (words: string) => /\b(?:joint|bilateral|multinational|trilateral|allies)\b/i.test(words)
  const { from, to } = reading.sentence
  const sentence = document.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
  if (!joint(sentence) && !joint(document.title)) return false
  const states = [...counts.values()].filter(({ family }) => family === 'state').length
  const named = reading.actors.filter(({ name }) => name.kind !== 'generic' && name.kind !== 'modifier')
  return states >= 2 && new Set(named.map((hit) => hit.name.id)).size !== 1
}

/** The organisation that several states serve, when the passage names one. */
function organisationNear({ reading, counts, subjectBefore }: ActorContext): string | null {
  const named = reading.actors.find((hit) => hit.name.family === 'org')?.name.id
  if (named) return named
  return subjectBefore !== null && counts.get(subjectBefore)?.family === 'org' ? subjectBefore : null
}

/** "soldiers from 20 countries". */
function isMultinational({ tokens, mention }: ActorContext): boolean {
  const words = tokens.slice(mention.to, mention.to + 6).map((token) => token.lower)
  const from = words.indexOf('from')
  return (
    from >= 0 &&
    from < 3 &&
    words.slice(from).some((word) => /^(?:countries|nations|allies|states)$/.test(word))
  )
}

/** "Arcadia's president said 90,000 reservists would be called up": a state speaks of its own recruits. */
function ownSaying({ predicate, speaker, reading, mention }: ActorContext): ActorReading | null {
  if (predicate !== 'recruited' || speaker === null || bodies.test(speaker) || mention.noun.armed) return null
  return reading.actors.some((hit) => hit.name.id !== speaker)
    ? null
    : { actor: speaker, evidence: 'context' }
}

/** Plain "soldiers" hurt where only a group is named are of the state that it fights; who hurts is not hurt. */
function ofTheirState(context: ActorContext, found: ActorReading): ActorReading {
  const { mention, predicate, counts, governor } = context
  if (found.actor === null || !hurt.has(predicate)) return found
  const soldiers =
    /^(?:soldier|serviceman|troop|conscript|reservist|commando)$/.test(mention.noun.item) &&
    mention.head !== null
  if (soldiers && counts.get(found.actor)?.family === 'group')
    return { actor: opponentOf(found.actor, context), evidence: 'guess' }
  const hurting = governor?.reading.group.owner === 'enemy' && !governor.passive && governor.side === 'before'
  if (hurting && agentOf(context) === found.actor) return { actor: null, evidence: 'guess' }
  return found
}

function fromClause(context: ActorContext): string | null | 'unknown' {
  const { governor, predicate, mention, tokens } = context
  if (governor === null) return 'unknown'
  const { owner } = governor.reading.group
  if (owner === 'giver' || owner === 'buyer') return giverOf(context)
  if (
    tokens
      .slice(Math.max(0, governor.hit.at - 4), governor.hit.at)
      .some((token) => manyOwners.test(token.text)) &&
    (predicate === 'strength' || predicate === 'deployed')
  )
    return organisationNear(context)
  if (arrayedAgainst(context)) return opponentOf(agentOf(context) ?? '', context) ?? 'unknown'
  if (predicate === 'other' && owner === 'enemy' && mention.noun.unit === 'materiel') return victimOf(context)
  if (hurt.has(predicate) && (owner === 'enemy' || predicate === 'captured')) return victimOf(context)
  // "280 soldiers were there; all were captured by rebels": who took them had them not.
  if (owner === 'enemy' && mention.noun.unit === 'personnel' && !hurt.has(predicate)) return 'unknown'
  if (isSelfMoving(context)) return 'unknown'
  if (isActOfUnnamed(context)) return mostNamedGroup(context)
  if (isActOfSeveral(context)) return null
  const agent = agentOf(context)
  if (agent === null || (mention.noun.armed && context.counts.get(agent)?.family === 'state'))
    return 'unknown'
  return agent
}

/** "7,000 troops arrived": the subject is the count itself, and whose it is stands elsewhere. */
function isSelfMoving({ governor, mention, credits }: ActorContext): boolean {
  if (governor === null || governor.side !== 'after') return false
  return (
    mention.noun.unit === 'personnel' &&
    !governor.passive &&
    credits.some((credit) => credit.at < mention.from)
  )
}

/** "150,000 troops arrayed on its borders" are those of its enemy. */
function arrayedAgainst({ governor, mention, tokens, reading }: ActorContext): boolean {
  if (governor?.side !== 'after' || mention.noun.unit === 'materiel') return false
  for (let at = governor.hit.to; at < Math.min(reading.sentence.to, governor.hit.to + 4); at += 1) {
    if (/^(?:its|their)$/.test(tokens[at]?.lower ?? ''))
      return /^(?:borders?|doorstep|frontiers?)$/.test(tokens[at + 1]?.lower ?? '')
  }
  return false
}

function victimOf(context: ActorContext): string | null {
  const { governor, mention, last, speaker, predicate } = context
  const named = victimNamed(context)
  if (named) return named
  const agent = agentOf(context)
  if (
    governor?.reading.form.noun &&
    last &&
    last.sentence === mention.sentence &&
    hurt.has(last.predicate) &&
    last.actor
  )
    return last.actor
  if (agent !== null) return opponentOf(agent, context) ?? 'unknown'
  if (speaker === null) return 'unknown'
  if (isOwnReport(context) && !goesOn(context)) return speaker
  // A defence ministry reports the drones it shot down, and its own dead.
  if (predicate === 'lost' || mention.noun.armed) return opponentOf(speaker, context) ?? 'unknown'
  return 'unknown'
}

/** A toll that goes on with the one before is of the same side. */
function goesOn({ last, mention, counts }: ActorContext): boolean {
  if (last === null || last.actor === null || mention.sentence - last.sentence > 1) return false
  return hurt.has(last.predicate) && counts.get(last.actor)?.family === 'state'
}

/** "the army said five soldiers were killed": its own. */
function isOwnReport({ governor, mention, credits, counts, speaker }: ActorContext): boolean {
  if (mention.noun.unit !== 'personnel' || mention.noun.armed || !governor?.passive) return false
  const said =
    credits.findLast((credit) => credit.at < mention.from) ?? credits.find((credit) => credit.at > mention.to)
  if (said?.source === null || said?.source === undefined || counts.get(speaker ?? '')?.family !== 'state')
    return false
  return /army|military|junta|defen[cs]e|idf|armed forces|navy|air force|staff|command|ministry/i.test(
    said.source,
  )
}

/** "militants fired 40 rockets": some group did, not the state that says so. */
function isActOfUnnamed({ governor, tokens, reading, mention }: ActorContext): boolean {
  if (governor?.side !== 'before' || mention.noun.unit !== 'materiel') return false
  for (let at = governor.hit.at - 1; at >= Math.max(reading.sentence.from, governor.hit.at - 4); at -= 1) {
    const found = findPhrase(items, tokens, at)
    if (found?.value.armed) return !reading.actors.some((hit) => hit.to <= at && at - hit.to <= 2)
    if (!words.auxiliary.has(tokens[at]?.lower ?? '') && !words.adverb.has(tokens[at]?.lower ?? ''))
      return false
  }
  return false
}

function mostNamedGroup({ counts }: ActorContext): string | null {
  let best: { id: string; count: number } | null = null
  for (const [id, { count, family }] of counts) {
    if (family === 'group' && (best === null || count > best.count)) best = { id, count }
  }
  return best?.id ?? null
}

/** "Finland and Sweden can mobilise 330,000 soldiers": several states, no common name. */
function isActOfSeveral(context: ActorContext): boolean {
  const { governor, tokens, reading } = context
  if (governor?.side !== 'before' || governor.passive) return false
  const subject = findSubjects(context, governor.hit.at).at(-1)
  if (subject?.name.family !== 'state' || !names.test(subject.name.kind)) return false
  const start = tokens[subject.at - 1]?.lower === 'the' ? subject.at - 2 : subject.at - 1
  const before = reading.actors.find(
    (hit) => hit.to === start && /^(?:and|&)$/.test(tokens[hit.to]?.lower ?? ''),
  )
  return before !== undefined && names.test(before.name.kind) && before.name.id !== subject.name.id
}

const names = /^(?:name|people)$/

function giverOf({ tokens, reading, mention }: ActorContext): string | null {
  const hit = reading.actors.find(
    (candidate) =>
      candidate.at >= mention.to &&
      tokens.slice(mention.to, candidate.at).some((token) => token.lower === 'from'),
  )
  return hit?.name.id ?? null
}

function victimNamed({ tokens, reading, mention }: ActorContext): string | null {
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to && candidate.at - mention.to <= 4)
  const first = tokens[mention.to]?.lower
  return hit && (first === 'of' || first === 'among') ? hit.name.id : null
}

/** A count left without an owner goes on with the one before, when it plays the same part. */
function fromLast(context: ActorContext): ActorReading | null {
  const { last, mention, predicate, counts } = context
  if (last === null || mention.sentence - last.sentence > 2) return null
  const samePassage = last.sentence === mention.sentence && last.predicate === predicate
  if (last.actor === null) return samePassage && !mention.noun.armed ? nobodyAlone : null
  if (mention.noun.armed || !samePart(last.predicate, predicate)) return null
  // After a group's dead, plain "soldiers" are those of the state it fights.
  const ofGroup = counts.get(last.actor)?.family === 'group' && mention.head !== null
  if (ofGroup && hurt.has(predicate) && /^(?:soldier|serviceman|troop)$/.test(mention.noun.item))
    return { actor: opponentOf(last.actor, context), evidence: 'guess' }
  if (ofGroup && regulars.test(mention.noun.item)) return null
  return { actor: last.actor, evidence: 'context' }
}

/** The side that loses in one sentence is not the side that fires in the next. */
function samePart(before: Predicate, now: Predicate): boolean {
  return hurt.has(before) === hurt.has(now) && (before === 'launched') === (now === 'launched')
}
