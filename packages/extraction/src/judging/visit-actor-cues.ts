import type { ActorContext } from '../actors/actor-context.ts'
import type { ActorReading } from '../actors/resolve-actor.ts'
import { adversariesOf } from '../lexicon/adversaries.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import type { CueVisitor } from './decider.ts'
import type { Candidate } from './list-candidates.ts'

/** Goes through what speaks for or against one candidate. */
export function visitActorCues(
  context: ActorContext,
  rule: ActorReading,
  candidate: Candidate,
  candidates: readonly Candidate[],
  visit: CueVisitor,
): void {
  const { predicate, mention, governor, topic, last } = context
  const { id, family } = candidate
  const { unit } = mention.noun
  if (id === rule.actor) {
    visit('rule', rule.evidence)
    visit('rule family', rule.evidence, family)
    visit('rule predicate', predicate, family)
  }
  visit('family', family)
  visit('family does', family, predicate)
  visit('family of', family, mention.noun.item)
  visit('family armed', family, String(mention.noun.armed))
  visit('family, size', family, String((mention.quantity.low ?? mention.quantity.high ?? 0) >= 1000))
  if (governor) {
    visit('family governor', family, governor.reading.lemma)
    visit('family owner', family, `${governor.reading.group.owner} ${governor.side} ${governor.passive}`)
  }
  const role = `${governor?.reading.group.owner ?? 'none'} ${governor?.side ?? ''} ${governor?.passive ?? ''}`
  const owner = governor?.reading.group.owner ?? 'none'
  const roles: string[] = []
  if (id !== null) {
    if (topic.state === id) roles.push('topic state')
    if (topic.group === id) roles.push('topic group')
    if (topic.org === id) roles.push('topic org')
    if (topic.soldiers === id) roles.push('topic soldiers')
    if (topic.land === id) roles.push('topic land')
    if (context.subjectBefore === id) roles.push('subject before')
    if (context.speaker === id) roles.push('speaker')
    if (last?.actor === id) {
      roles.push(last.predicate === predicate ? 'last same' : 'last other')
      roles.push(last.sentence === mention.sentence ? 'last here' : 'last earlier')
      if (last.listed) roles.push('last listed')
    }
    if (context.before?.actors.some((hit) => hit.name.id === id)) roles.push('named before')
    const counts = [...context.counts.values()].filter((count) => count.family === family)
    const own = context.counts.get(id)?.count ?? 0
    const rank = counts.filter((count) => count.count > own).length
    roles.push(`rank ${Math.min(3, rank)}`)
    roles.push(`rank ${Math.min(3, rank)} of ${Math.min(3, counts.length)} ${family}`)
    const enemies = adversariesOf(id)
    if (candidates.some((other) => other.id !== null && enemies.has(other.id))) roles.push('enemy named')
    if (candidate.hits.length === 0) roles.push('not here')
  } else {
    roles.push(`others ${Math.min(4, candidates.length - 1)}`)
    if (last && last.actor === null) roles.push('last nobody')
    if (context.reading.actors.length === 0) roles.push('nobody here')
  }
  for (const each of roles) {
    visit('is', each)
    visit('is, unit', each, unit)
    visit('is, predicate', each, predicate)
    visit('is, owner', each, owner)
  }
  for (const hit of candidate.hits) visitHit(context, hit, role, visit)
}

function visitHit(context: ActorContext, hit: ActorHit, role: string, visit: CueVisitor): void {
  const { tokens, mention, governor, reading, credits, predicate } = context
  const place =
    hit.at >= mention.from && hit.to <= mention.to ? 'inside' : hit.to <= mention.from ? 'before' : 'after'
  const gap = place === 'before' ? mention.from - hit.to : place === 'after' ? hit.at - mention.to : 0
  const near = gap === 0 ? '0' : gap < 3 ? '2' : gap < 7 ? '6' : gap < 14 ? '13' : 'far'
  let back = hit.at - 1
  while (back > reading.sentence.from && /^(?:the|a|an|its|their|its)$/.test(tokens[back]?.lower ?? ''))
    back -= 1
  const word = back < reading.sentence.from ? '<' : (tokens[back]?.lower ?? '<')
  const next = tokens[hit.to]?.lower ?? '>'
  const toVerb =
    governor === null
      ? 'none'
      : hit.to <= governor.hit.at
        ? 'before verb'
        : hit.at >= governor.hit.to
          ? 'after verb'
          : 'in verb'
  const credited = credits.some(({ name }) => hit.at >= (name.whole ?? name.from) && hit.to <= name.to)
  const between = reading.actors.filter(
    (other) =>
      other.name.id !== hit.name.id &&
      (place === 'before'
        ? other.at >= hit.to && other.to <= mention.from
        : other.at >= mention.to && other.to <= hit.at),
  ).length
  const order = `${place} ${Math.min(2, between)}`
  const commas = tokens
    .slice(Math.min(hit.to, mention.to), Math.max(hit.at, mention.from))
    .some((token) => token.text === ',' || token.text === ';')
  visit('hit', place, near)
  visit('hit order', order)
  visit('hit order, word', order, word)
  visit('hit order, next', order, next)
  visit('hit kind', place, hit.name.kind)
  visit('hit word', place, word)
  visit('hit word, verb', toVerb, word)
  visit('hit next', place, next)
  visit('hit role', `${place} ${toVerb}`, role)
  visit('hit role, order', `${order} ${toVerb}`, role)
  visit('hit kind role', `${hit.name.kind} ${place} ${toVerb}`, role)
  visit('hit predicate', `${place} ${toVerb}`, predicate)
  visit('hit commas', `${place} ${commas}`, near)
  if (credited) visit('credited', place)
  if (credited) visit('credited, role', place, role)
}
