import { meant } from '../lexicon/generics.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { wordKind } from '../text/word-kinds.ts'
import type { ActorContext } from './actor-context.ts'
import { organisationNear } from './organisation-near.ts'

const alliance = wordClass('alliance')
const commaOrAnd = wordClass('comma-or-and')
const fighters = wordClass('fighters')
const ofOrFrom = wordClass('of-or-from')
const peacekeeper = wordClass('peacekeeper')
const severalWords = wordClass('several')
const sides = wordClass('sides')
const soldiers = wordClass('soldiers')

/** "dozens of Arcadian soldiers and rebel fighters", "40 fighters and soldiers": of two sides. */
export function isOfBothKinds({ tokens, mention }: ActorContext): boolean {
  if (mention.noun.unit !== 'personnel' || mention.head === null) return false
  const from = tokens.slice(mention.head.from, mention.to + 4)
  const and = from.findIndex(({ lower }) => lower === 'and')
  if (and < 1) return false
  const before = from.slice(0, and).some((token) => isOneOf(token, fighters))
  const next = from.slice(and + 1, and + 3)
  if (next.some(({ kind, kinds }) => kind !== 'word' || (kinds & wordKind.number) !== 0)) return false
  const other = next.find((token) => isOneOf(token, fighters) || isOneOf(token, soldiers))
  return other !== undefined && isOneOf(other, fighters) !== before
}

/** "20,000 Allied troops", "300 Western tanks": of several states, or of the alliance that the article is about. */
export function ofAllies(context: ActorContext): { actor: string | null } | null {
  if (!isOfAllies(context)) return null
  return { actor: context.topic.org === meant.allies ? meant.allies : null }
}

function isOfAllies({ tokens, mention, reading }: ActorContext): boolean {
  for (let at = mention.quantity.to; at < mention.to; at += 1) {
    if (!isOneOf(tokens[at], alliance) || tokens[at - 1]?.lower === 'and') continue
    return !reading.actors.some((hit) => hit.at <= at && hit.to > at)
  }
  return false
}

/** "848 peacekeepers from Arcadia, Ruritania and Freedonia": the mission's, or nobody's alone. */
export function ofListedStates(context: ActorContext): { actor: string | null } | null {
  const { tokens, mention, reading, topic } = context
  if (mention.noun.unit !== 'personnel' || tokens[mention.to]?.lower !== 'from') return null
  const [first, second] = reading.actors.filter(({ at }) => at > mention.to)
  if (first === undefined || second === undefined || first.name.id === second.name.id) return null
  if (first.at - mention.to > 2 || first.name.family !== 'state' || second.name.family !== 'state')
    return null
  if (!isOneOf(tokens[first.to], commaOrAnd) || second.at !== first.to + 1) return null
  const peace = peacekeeper.words.has(mention.noun.item)
  return { actor: organisationNear(context) ?? topic.org ?? (peace ? meant.peacekeepers : null) }
}

/** "the two countries' 300 tanks", "9,000 troops of both nations". */
export function isOfSeveral({ tokens, mention }: ActorContext): boolean {
  const before = tokens[mention.from - 1]
  if (before?.text === "'" || before?.lower === "'s") return isOneOf(tokens[mention.from - 2], sides)
  if (!isOneOf(tokens[mention.to], ofOrFrom)) return false
  const after = tokens.slice(mention.to + 1, mention.to + 5).map((token) => token.lower)
  const noun = after.findIndex((word) => sides.words.has(word))
  return noun >= 1 && after.slice(0, noun).some((word) => severalWords.words.has(word))
}
