import type { ActorContext } from '../actors/actor-context.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import { adversariesOf } from '../lexicon/adversaries.ts'
import { wordId } from '../text/word-ids.ts'
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

/** What speaks for or against one who may own what is counted. */
export function cuesOfActor(
  context: ActorContext,
  rule: ActorReading,
  candidate: Candidate,
  candidates: readonly Candidate[],
): Cues {
  const { predicate, mention, governor } = context
  const { id, family } = candidate
  const cues: Cues = []
  if (id === rule.actor) {
    addCue(cues, kinds.rule, rule.evidence)
    addCue(cues, kinds.ruleFamily, rule.evidence, family)
    addCue(cues, kinds.rulePredicate, predicate, family)
  }
  if (id !== null) addHits(cues, context, candidate, candidates)
  const armed = String(mention.noun.armed)
  const owner = governor?.reading.group.owner ?? 'none'
  for (const part of id === null
    ? partsOfNobody(context, candidates)
    : partsOf(context, id, candidate, candidates)) {
    addCue(cues, kinds.is, part)
    addCue(cues, kinds.isUnit, part, mention.noun.unit)
    addCue(cues, kinds.isPredicate, part, predicate)
    addCue(cues, kinds.isOwner, part, owner)
    addCue(cues, kinds.isArmed, part, armed)
    addCue(cues, kinds.isItem, part, mention.noun.item)
  }
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
  addCue(cues, kinds.family, family)
  addCue(cues, kinds.familyDoes, family, predicate)
  addCue(cues, kinds.familyOf, family, mention.noun.item)
  addCue(cues, kinds.familyArmed, family, String(mention.noun.armed))
  if (governor !== null) addCue(cues, kinds.familyGovernor, family, governor.reading.lemma)
  const { sentence } = reading
  const familyId = wordId(family)
  for (let step = 1; step <= near; step += 1) {
    addWordCue(cues, kinds.familyLeft, familyId, wordAt(tokens, sentence, mention.from - step))
    addWordCue(cues, kinds.familyRight, familyId, wordAt(tokens, sentence, mention.to - 1 + step))
  }
  for (let at = mention.from; at < mention.to; at += 1)
    addWordCue(cues, kinds.familyInside, familyId, wordAt(tokens, sentence, at))
  return cues
}

const ranks = ['rank 0', 'rank 1', 'rank 2', 'rank 3']
const others = ['others 0', 'others 1', 'others 2', 'others 3', 'others 4']

/** The parts that a candidate plays in the article and in the sentence. */
function partsOf(
  context: ActorContext,
  id: string,
  { family, hits }: Candidate,
  candidates: readonly Candidate[],
): string[] {
  const { topic, last, mention, predicate, counts } = context
  const parts: string[] = []
  if (topic.state === id) parts.push('topic state')
  if (topic.group === id) parts.push('topic group')
  if (topic.org === id) parts.push('topic org')
  if (topic.soldiers === id) parts.push('topic soldiers')
  if (topic.land === id) parts.push('topic land')
  if (context.subjectBefore === id) parts.push('subject before')
  if (context.speaker === id) parts.push('speaker')
  if (last?.actor === id) {
    parts.push(last.predicate === predicate ? 'last same' : 'last other')
    parts.push(last.sentence === mention.sentence ? 'last here' : 'last earlier')
    if (last.listed) parts.push('last listed')
  }
  if (context.before?.actors.some((hit) => hit.name.id === id)) parts.push('named before')
  let rank = 0
  const own = counts.get(id)?.count ?? 0
  for (const count of counts.values()) if (count.family === family && count.count > own) rank += 1
  parts.push(ranks[Math.min(3, rank)] as string)
  const enemies = adversariesOf(id)
  if (candidates.some((other) => other.id !== null && enemies.has(other.id))) parts.push('enemy named')
  if (hits.length === 0) parts.push('not here')
  return parts
}

function partsOfNobody({ last, reading }: ActorContext, candidates: readonly Candidate[]): string[] {
  const parts = [others[Math.min(4, candidates.length - 1)] as string]
  if (last !== null && last.actor === null) parts.push('last nobody')
  if (reading.actors.length === 0) parts.push('nobody here')
  return parts
}
