import type { Predicate } from '../claim-schema.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { isWhole } from '../reading/is-whole.ts'
import { type ActorContext, hurt, regulars } from './actor-context.ts'
import { actorOfArticle } from './actor-of-article.ts'
import { agentOf } from './agent-of.ts'
import { findSubjects } from './find-subject.ts'
import { fromClause } from './from-clause.ts'
import { namedBeside } from './named-beside.ts'
import { namedInApposition } from './named-in-apposition.ts'
import { opponentOf } from './opponent-of.ts'
import { organisationNear } from './organisation-near.ts'
import { ownName } from './own-name.ts'
import { unnamedFighters } from './unnamed-fighters.ts'

const eachPeriod = wordClass('each-period')
const loyalWords = wordClass('loyal')
const missionAdjective = wordClass('mission-adjective')
const peacekeeper = wordClass('peacekeeper')
const plainSoldier = wordClass('plain-soldier')
const promising = wordClass('promising')
const side = wordClass('side')
const stateSoldier = wordClass('state-soldier')
const statesWords = wordClass('states')
const themOrWhich = wordClass('them-or-which')
const usually = wordClass('usually')

/** An actor and how it was found, from the phrase itself down to a guess. */
export type ActorReading = {
  actor: string | null
  evidence: 'phrase' | 'clause' | 'context' | 'guess' | 'none'
}

const nobodyAlone: ActorReading = { actor: null, evidence: 'clause' }
const bodies = /^[a-z]/

/** Tells whose people or weapons are counted. */
export function resolveActor(context: ActorContext): ActorReading {
  if (isJoint(context)) return nobodyAlone
  const own = ownName(context)
  if (own) return { actor: own.actor, evidence: 'phrase' }
  const apposed = namedInApposition(context)
  if (apposed !== null) return { actor: apposed, evidence: 'phrase' }
  const beside = namedBeside(context)
  if (beside !== null) return { actor: beside, evidence: 'phrase' }
  const them = namedAsThem(context)
  if (them !== null) return { actor: them, evidence: 'context' }
  if (goesOnWithSame(context) || isShareOfLast(context) || isAmongLast(context) || isWholeOfLast(context))
    return { actor: context.last?.actor ?? null, evidence: 'context' }
  const loyal = ofGovernment(context)
  if (loyal !== null) return { actor: loyal, evidence: 'context' }
  const fighters = unnamedFighters(context)
  if (fighters !== 'unknown') return { actor: fighters, evidence: 'context' }
  if (peacekeeper.words.has(context.mention.noun.item)) return ownerOfPeacekeepers(context)
  if (isMission(context))
    return { actor: organisationNear(context) ?? context.topic.org, evidence: 'context' }
  if (isMultinational(context)) return { actor: organisationNear(context), evidence: 'clause' }
  if (isUsualSize(context) || isJointExercise(context)) return nobodyAlone
  if (goesOnInList(context)) return { actor: context.last?.actor ?? null, evidence: 'clause' }
  const { topic, mention } = context
  if (mention.table && topic.org !== null && context.counts.get(topic.org)?.force)
    return { actor: topic.org, evidence: 'context' }
  const opened = ofLeadIn(context)
  if (opened !== null) return { actor: opened, evidence: 'clause' }
  const inClause = fromClause(context)
  if (inClause !== 'unknown') return ofThoseFought(context, { actor: inClause, evidence: 'clause' })
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
    if (at >= mention.to && /^sides$/.test(next)) return true
    if (tokens.slice(at, mention.from).some(({ text }) => text === ',')) continue
    if (
      at >= mention.to
        ? predicate === 'other' && !eachPeriod.words.has(next)
        : side.words.has(next) || (predicate === 'other' && next !== 'other')
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
  return !(regulars.has(mention.noun.item) && counts.get(last.actor ?? '')?.family === 'group')
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
  return of > 0 && themOrWhich.words.has(words[of + 1] ?? '')
}

/** "intercepted some Red Sun rebels and killed three of them": those named in the sentence itself. */
function namedAsThem({ tokens, reading, mention, last }: ActorContext): string | null {
  if (tokens[mention.to - 1]?.lower !== 'them' || last?.sentence === mention.sentence) return null
  return (
    reading.actors.findLast((hit) => hit.name.family === 'group' && hit.to <= mention.from)?.name.id ?? null
  )
}

/** "16 jets, including three Rafales": they belong to whom the others belong. */
function isAmongLast({ tokens, mention, last }: ActorContext): boolean {
  return tokens[mention.from - 1]?.lower === 'including' && last?.sentence === mention.sentence
}

/** "shot down 57 of 91 drones": those launched are of the side whose drones were shot down. */
function isWholeOfLast({ tokens, mention, last, predicate }: ActorContext): boolean {
  return predicate === 'launched' && last?.sentence === mention.sentence && isWhole(tokens, mention)
}

/** A state that sends peacekeepers of its own has them; else they are those of the organisation named, or the UN's. */
function ownerOfPeacekeepers(context: ActorContext): ActorReading {
  const sender = hurt.has(context.predicate) ? 'unknown' : fromClause(context)
  const named = sender !== 'unknown' && sender !== null && !bodies.test(sender)
  if (named) return { actor: sender, evidence: 'clause' }
  return { actor: organisationNear(context) ?? 'un', evidence: 'context' }
}

/** The subject of the sentence that opens the list. */
function ofLeadIn(context: ActorContext): string | null {
  const { leadIn, tokens } = context
  if (leadIn === null || (context.governor !== null && context.governor.cost < 2)) return null
  const search = { tokens, reading: leadIn, mentions: [], credits: [] }
  return findSubjects(search, leadIn.sentence.to).at(-1)?.name.id ?? null
}

/** "A battalion typically has 300 to 1,000 troops": any army's. */
function isUsualSize({ tokens, mention, reading, predicate }: ActorContext): boolean {
  if (predicate !== 'strength') return false
  const usual = someOf(tokens, reading.sentence.from, mention.from, usually)
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

/** "Arcadia sent 3,600 troops to the 22,000-strong peacekeeping force": the whole is nobody's alone. */
function isMission({ tokens, mention }: ActorContext): boolean {
  if (!mention.strong) return false
  return someOf(tokens, mention.quantity.to, mention.to + 1, missionAdjective)
}

/** "soldiers from 20 countries". */
function isMultinational({ tokens, mention, predicate }: ActorContext): boolean {
  // Those recruited abroad are of the force that they join.
  if (predicate === 'recruited' || predicate === 'captured') return false
  const words = tokens.slice(mention.to, mention.to + 6).map((token) => token.lower)
  const from = words.indexOf('from')
  return from >= 0 && from < 3 && words.slice(from).some((word) => statesWords.words.has(word))
}

/** "Arcadia's president said 90,000 reservists would be called up": a state speaks of its own recruits. */
function ownSaying({
  predicate,
  speaker,
  reading,
  mention,
  credits,
  tokens,
}: ActorContext): ActorReading | null {
  if (speaker === null || bodies.test(speaker) || mention.noun.armed) return null
  const announced = credits.some(({ at }) => at === mention.from - 1 && isOneOf(tokens[at], promising))
  if (announced && !hurt.has(predicate)) return { actor: speaker, evidence: 'context' }
  if (predicate !== 'recruited') return null
  return reading.actors.some((hit) => hit.name.id !== speaker)
    ? null
    : { actor: speaker, evidence: 'context' }
}

/** Plain "soldiers" hurt where only a group is named are of the state that it fights; who hurts is not hurt. */
function ofTheirState(context: ActorContext, found: ActorReading): ActorReading {
  const { predicate, governor } = context
  if (found.actor === null || !hurt.has(predicate)) return found
  const fought = ofThoseFought(context, found)
  if (fought !== found) return fought
  const hurting = governor?.reading.group.owner === 'enemy' && !governor.passive && governor.side === 'before'
  if (hurting && agentOf(context) === found.actor) return { actor: null, evidence: 'guess' }
  return found
}

function ofThoseFought(context: ActorContext, found: ActorReading): ActorReading {
  const { mention, predicate, counts, governor } = context
  if (found.actor === null || !hurt.has(predicate)) return found
  if (found.evidence === 'clause' && governor?.reading.group.owner === 'self') return found
  const soldiers = stateSoldier.words.has(mention.noun.item) && mention.head !== null
  if (!soldiers || counts.get(found.actor)?.family !== 'group') return found
  return { actor: opponentOf(found.actor, context), evidence: 'guess' }
}

/** "30 regime fighters", "nine pro-government militiamen": the state's that the article is about. */
function ofGovernment({ tokens, mention, topic }: ActorContext): string | null {
  const said = someOf(tokens, mention.quantity.to, mention.to, loyalWords)
  return said && mention.noun.unit === 'personnel' ? topic.state : null
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
  if (ofGroup && hurt.has(predicate) && plainSoldier.words.has(mention.noun.item))
    return { actor: opponentOf(last.actor, context), evidence: 'guess' }
  if (ofGroup && regulars.has(mention.noun.item)) return null
  return { actor: last.actor, evidence: 'context' }
}

/** The side that loses in one sentence is not the side that fires in the next. */
function samePart(before: Predicate, now: Predicate): boolean {
  return hurt.has(before) === hurt.has(now) && (before === 'launched') === (now === 'launched')
}
