import type { ActorContext } from '../actors/actor-context.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import { adversariesOf } from '../lexicon/adversaries.ts'
import { addCue, type Cues } from './cues.ts'
import { addHits } from './cues-of-hits.ts'
import type { Candidate } from './list-candidates.ts'
import { wordAt } from './word-at.ts'

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
    addCue(cues, 'rule', rule.evidence)
    addCue(cues, 'rule family', rule.evidence, family)
    addCue(cues, 'rule predicate', predicate, family)
  }
  addCue(cues, 'family', family)
  addCue(cues, 'family does', family, predicate)
  addCue(cues, 'family of', family, mention.noun.item)
  addCue(cues, 'family armed', family, String(mention.noun.armed))
  if (governor !== null) addCue(cues, 'family governor', family, governor.reading.lemma)
  if (id !== null) addHits(cues, context, candidate, candidates)
  addWords(cues, context, family)
  const armed = String(mention.noun.armed)
  const owner = governor?.reading.group.owner ?? 'none'
  for (const part of id === null
    ? partsOfNobody(context, candidates)
    : partsOf(context, id, candidate, candidates)) {
    addCue(cues, 'is', part)
    addCue(cues, 'is, unit', part, mention.noun.unit)
    addCue(cues, 'is, predicate', part, predicate)
    addCue(cues, 'is, owner', part, owner)
    addCue(cues, 'is, armed', part, armed)
    addCue(cues, 'is, item', part, mention.noun.item)
  }
  return cues
}

const near = 3

/** The words before, in and after the count: "our", "enemy" and "allied" go with some families and not with others. */
function addWords(cues: Cues, { tokens, reading, mention }: ActorContext, family: string): void {
  const { sentence } = reading
  for (let step = 1; step <= near; step += 1) {
    addCue(cues, 'family left', family, wordAt(tokens, sentence, mention.from - step))
    addCue(cues, 'family right', family, wordAt(tokens, sentence, mention.to - 1 + step))
  }
  for (let at = mention.from; at < mention.to; at += 1)
    addCue(cues, 'family inside', family, wordAt(tokens, sentence, at))
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
