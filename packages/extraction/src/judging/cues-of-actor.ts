import type { ActorContext } from '../actors/actor-context.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import { adversariesOf } from '../lexicon/adversaries.ts'
import { addWord, wordId } from '../text/word-ids.ts'
import { addCue, addWordCue, type Cues, cueKind } from './cues.ts'
import { addHits } from './cues-of-hits.ts'
import type { Candidate } from './list-candidates.ts'
import { wordAt } from './word-at.ts'

const kinds = {
  rule: cueKind('rule'),
  ruleFamily: cueKind('rule family'),
  rulePredicate: cueKind('rule predicate'),
  family: cueKind('family'),
  familyDoes: cueKind('family does'),
  familyOf: cueKind('family of'),
  familyArmed: cueKind('family armed'),
  familyGovernor: cueKind('family governor'),
  is: cueKind('is'),
  isUnit: cueKind('is, unit'),
  isPredicate: cueKind('is, predicate'),
  isOwner: cueKind('is, owner'),
  isArmed: cueKind('is, armed'),
  isItem: cueKind('is, item'),
  familyLeft: cueKind('family left'),
  familyRight: cueKind('family right'),
  familyInside: cueKind('family inside'),
}

/** What all who may own what is counted have in common, as ids of words; cues of a part are made once. */
export type OwnersAsked = {
  context: ActorContext
  rule: ActorReading
  candidates: readonly Candidate[]
  unit: number
  predicate: number
  owner: number
  armed: number
  item: number
  parts: Map<number, Cues>
}

/** Prepares what is asked of all who may own what is counted. */
export function askOwners(
  context: ActorContext,
  rule: ActorReading,
  candidates: readonly Candidate[],
): OwnersAsked {
  const { noun } = context.mention
  return {
    context,
    rule,
    candidates,
    unit: wordId(noun.unit),
    predicate: wordId(context.predicate),
    owner: wordId(context.governor?.reading.group.owner ?? 'none'),
    armed: wordId(String(noun.armed)),
    item: wordId(noun.item),
    parts: new Map(),
  }
}

/** What speaks for or against one who may own what is counted. */
export function cuesOfActor(asked: OwnersAsked, candidate: Candidate): Cues[] {
  const { context, rule, candidates } = asked
  const { id, family } = candidate
  const cues: Cues = []
  if (id === rule.actor) {
    addCue(cues, kinds.rule, rule.evidence)
    addCue(cues, kinds.ruleFamily, rule.evidence, family)
    addCue(cues, kinds.rulePredicate, context.predicate, family)
  }
  if (id !== null) addHits(cues, context, candidate, candidates)
  const lists = [cues]
  const found = id === null ? partsOfNobody(context, candidates) : partsOf(context, id, candidate, candidates)
  for (const part of found) lists.push(cuesOfPart(asked, part))
  return lists
}

function cuesOfPart({ parts, unit, predicate, owner, armed, item }: OwnersAsked, part: number): Cues {
  const known = parts.get(part)
  if (known !== undefined) return known
  const cues: Cues = []
  addWordCue(cues, kinds.is, part)
  addWordCue(cues, kinds.isUnit, part, unit)
  addWordCue(cues, kinds.isPredicate, part, predicate)
  addWordCue(cues, kinds.isOwner, part, owner)
  addWordCue(cues, kinds.isArmed, part, armed)
  addWordCue(cues, kinds.isItem, part, item)
  parts.set(part, cues)
  return cues
}

const near = 3

/**
 * What speaks for or against a family, whoever of it is meant; of the words before, in and after the count "our",
 * "enemy" and "allied" go with some families and not with others.
 */
export function cuesOfFamily(context: ActorContext, family: string): Cues {
  const cues: Cues = []
  const { tokens, reading, mention, governor, predicate } = context
  const { sentence } = reading
  const familyId = wordId(family)
  addWordCue(cues, kinds.family, familyId)
  addWordCue(cues, kinds.familyDoes, familyId, wordId(predicate))
  addWordCue(cues, kinds.familyOf, familyId, wordId(mention.noun.item))
  addWordCue(cues, kinds.familyArmed, familyId, wordId(String(mention.noun.armed)))
  if (governor !== null) addWordCue(cues, kinds.familyGovernor, familyId, wordId(governor.reading.lemma))
  for (let step = 1; step <= near; step += 1) {
    addWordCue(cues, kinds.familyLeft, familyId, wordAt(tokens, sentence, mention.from - step))
    addWordCue(cues, kinds.familyRight, familyId, wordAt(tokens, sentence, mention.to - 1 + step))
  }
  for (let at = mention.from; at < mention.to; at += 1)
    addWordCue(cues, kinds.familyInside, familyId, wordAt(tokens, sentence, at))
  return cues
}

/** The parts that one may play in the article and in the sentence, as ids of words. */
const parts = {
  topicState: addWord('topic state'),
  topicGroup: addWord('topic group'),
  topicOrg: addWord('topic org'),
  topicSoldiers: addWord('topic soldiers'),
  topicLand: addWord('topic land'),
  subjectBefore: addWord('subject before'),
  speaker: addWord('speaker'),
  lastSame: addWord('last same'),
  lastOther: addWord('last other'),
  lastHere: addWord('last here'),
  lastEarlier: addWord('last earlier'),
  lastListed: addWord('last listed'),
  namedBefore: addWord('named before'),
  enemyNamed: addWord('enemy named'),
  notHere: addWord('not here'),
  lastNobody: addWord('last nobody'),
  nobodyHere: addWord('nobody here'),
}
const ranks = ['rank 0', 'rank 1', 'rank 2', 'rank 3'].map(addWord)
const others = ['others 0', 'others 1', 'others 2', 'others 3', 'others 4'].map(addWord)

function partsOf(
  context: ActorContext,
  id: string,
  { family, hits }: Candidate,
  candidates: readonly Candidate[],
): number[] {
  const { topic, last, mention, predicate, counts } = context
  const found: number[] = []
  if (topic.state === id) found.push(parts.topicState)
  if (topic.group === id) found.push(parts.topicGroup)
  if (topic.org === id) found.push(parts.topicOrg)
  if (topic.soldiers === id) found.push(parts.topicSoldiers)
  if (topic.land === id) found.push(parts.topicLand)
  if (context.subjectBefore === id) found.push(parts.subjectBefore)
  if (context.speaker === id) found.push(parts.speaker)
  if (last?.actor === id) {
    found.push(last.predicate === predicate ? parts.lastSame : parts.lastOther)
    found.push(last.sentence === mention.sentence ? parts.lastHere : parts.lastEarlier)
    if (last.listed) found.push(parts.lastListed)
  }
  if (context.before?.actors.some((hit) => hit.name.id === id)) found.push(parts.namedBefore)
  let rank = 0
  const own = counts.get(id)?.count ?? 0
  for (const count of counts.values()) if (count.family === family && count.count > own) rank += 1
  found.push(ranks[Math.min(3, rank)] as number)
  const enemies = adversariesOf(id)
  if (candidates.some((other) => other.id !== null && enemies.has(other.id))) found.push(parts.enemyNamed)
  if (hits.length === 0) found.push(parts.notHere)
  return found
}

function partsOfNobody({ last, reading }: ActorContext, candidates: readonly Candidate[]): number[] {
  const found = [others[Math.min(4, candidates.length - 1)] as number]
  if (last !== null && last.actor === null) found.push(parts.lastNobody)
  if (reading.actors.length === 0) found.push(parts.nobodyHere)
  return found
}
