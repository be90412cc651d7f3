import { words } from '../lexicon/words.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import { type ActorContext, hurt } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'

const belonging = new Set(['of', 'from', 'among', 'amongst', 'belonging', 'in'])
const joined = /^(?:and|or|&|\/|,)$/

/** The actor that the noun phrase itself names; `joint` when it names several states at once. */
export function ownName(context: ActorContext): { actor: string | null } | null {
  const inside = modifierName(context)
  if (inside !== null) return inside
  if (isOfSeveral(context)) return { actor: null }
  const owner =
    possessiveBefore(context) ??
    listedBefore(context) ??
    tollAmong(context) ??
    nameAfter(context) ??
    pronounOwner(context)
  return owner === null ? null : { actor: owner }
}

/** "North Korean troops", "Hamas fighters"; "Arcadian and Ruritanian soldiers" belong to no one state. */
function modifierName({ tokens, mention, reading }: ActorContext): { actor: string | null } | null {
  // Of "the 5,800-strong ELN" the name itself is what is counted.
  const counted = mention.strong ? reading.actors.find((hit) => hit.at === mention.to) : undefined
  if (counted !== undefined) return { actor: counted.name.id }
  const { antecedent } = mention
  const from =
    antecedent === null ? mention.quantity.numberFrom : Math.max(reading.sentence.from, antecedent - 4)
  const to = antecedent ?? mention.to
  const inside = reading.actors.filter(
    (hit) => hit.at >= from && hit.at < to && (hit.name.kind === 'name' || hit.name.kind === 'people'),
  )
  const [first, second] = inside
  if (first === undefined) return null
  if (
    second &&
    joined.test(tokens[first.to]?.lower ?? '') &&
    second.at === first.to + 1 &&
    first.name.id !== second.name.id
  )
    return { actor: first.name.family === 'group' ? first.name.id : null }
  if (
    antecedent !== null &&
    !tokens.slice(first.to, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
  )
    return null
  const named = inside.find((hit) => hit.name.family !== 'state') ?? inside.at(-1)
  return named ? { actor: named.name.id } : null
}

/** "Arcadia's 300 tanks". */
function possessiveBefore({ tokens, mention, reading }: ActorContext): string | null {
  const before = reading.actors.find(
    (hit) =>
      tokens[hit.to]?.lower === "'s" &&
      endsBefore(tokens, hit.to + 1, mention.from) &&
      !reading.actors.some(({ at }) => at > hit.to && at < mention.from),
  )
  return before && before.name.kind !== 'leader' ? before.name.id : null
}

/** "the two countries' 300 tanks", "9,000 troops of both nations". */
function isOfSeveral({ tokens, mention }: ActorContext): boolean {
  const before = tokens[mention.from - 1]
  if (before?.text === "'" || before?.lower === "'s")
    return several.test(tokens[mention.from - 2]?.lower ?? '')
  if (!/^(?:of|from)$/.test(tokens[mention.to]?.lower ?? '')) return false
  const after = tokens.slice(mention.to + 1, mention.to + 5).map((token) => token.lower)
  const noun = after.findIndex((word) => several.test(word))
  return (
    noun >= 1 &&
    after.slice(0, noun).some((word) => /^(?:two|three|both|four|five|several|various|different)$/.test(word))
  )
}

const several = /^(?:countries|nations|allies|states|sides|militaries|armies|neighbours|neighbors|parties)$/

/** "Arcadia has 150,000 soldiers, Ruritania 80,000": the name stands for the verb too. */
function listedBefore({ mention, reading }: ActorContext): string | null {
  if (mention.head !== null) return null
  const hit = reading.actors.find((candidate) => candidate.to === mention.from)
  return hit?.name.kind === 'name' && hit.name.family === 'state' ? hit.name.id : null
}

function endsBefore(tokens: ActorContext['tokens'], from: number, to: number): boolean {
  if (to < from || to - from > 2) return false
  return tokens.slice(from, to).every((token) => token.kind === 'word' && !words.preposition.has(token.lower))
}

/** "the casualties among North Korean forces have exceeded 4,500". */
function tollAmong({ tokens, mention, reading, predicate }: ActorContext): string | null {
  if (!hurt.has(predicate)) return null
  const hit = reading.actors.findLast(
    (candidate) =>
      candidate.to <= mention.from && /^(?:among|amongst)$/.test(tokens[candidate.at - 1]?.lower ?? ''),
  )
  return hit?.name.id ?? null
}

/** "of the Malian army", "sent from Ruritania", "among Syrian rebels"; "withdrew from Syria" is a place. */
function nameAfter(context: ActorContext): string | null {
  const { tokens, mention, reading } = context
  const hit = reading.actors.find((candidate) => candidate.at >= mention.to)
  if (!hit || hit.at - mention.to > 6) return null
  const between = tokens.slice(mention.to, hit.at).map((token) => token.lower)
  const at = between.findLastIndex((word) => words.preposition.has(word))
  const preposition = between[at] ?? ''
  const moved =
    at === 1 &&
    preposition === 'from' &&
    /^(?:sent|deployed|drawn|arriving|arrived|recruited|dispatched|hired)$/.test(between[0] ?? '')
  if (!belonging.has(preposition) || (at > 0 && !moved && between[0] !== 'of')) return null
  if (between.some((word) => [',', '.', 'and', 'by', 'to', 'at', 'near'].includes(word))) return null
  return isOwner(context, hit, preposition) ? hit.name.id : null
}

function isOwner({ tokens, mention, predicate }: ActorContext, hit: ActorHit, preposition: string): boolean {
  if (preposition === 'in')
    return (
      /^(?:army|military|navy|forces|armed)$/.test(tokens[hit.to]?.lower ?? '') ||
      tokens[hit.to]?.lower === "'s"
    )
  if (preposition === 'of') return hit.name.kind !== 'capital'
  if (preposition !== 'from') return true
  if (mention.noun.unit === 'materiel' && predicate !== 'supplied') return false
  const before = tokens.slice(Math.max(0, mention.from - 4), mention.from).map((token) => token.lower)
  if (before.some((word) => /^(?:withdr|pull|remov|evacuat|expel|return|move|transfer|redeploy)/.test(word)))
    return false
  return hit.name.kind !== 'capital'
}

/** "our soldiers", "its 40 jets": the speaker, or the subject. */
function pronounOwner(context: ActorContext): string | null {
  const { tokens, mention } = context
  const words = [
    ...tokens.slice(mention.quantity.to, mention.to),
    ...tokens.slice(Math.max(0, mention.from - 1), mention.from),
  ]
  for (const { lower } of words) {
    if (lower === 'our' || lower === 'my') return context.speaker
    if (lower === 'its' || lower === 'their') return ownerByPronoun(context)
  }
  return null
}

/** The one nearest before who did not hurt them: "Arcadia said shelling by Ruritania killed two of its soldiers". */
function ownerByPronoun(context: ActorContext): string | null {
  const { mention, governor, predicate, speaker, subjectBefore } = context
  const subjects = findSubjects(context, mention.from).map((hit) => hit.name.id)
  const byEnemy =
    hurt.has(predicate) && governor?.reading.group.owner === 'enemy' && governor.side === 'before'
  if (!byEnemy || governor.passive) return subjects.at(-1) ?? speaker ?? subjectBefore
  const others = subjects.slice(0, -1).filter((id) => id !== subjects.at(-1))
  return speaker ?? others.at(-1) ?? subjectBefore ?? subjects.at(-1) ?? null
}
