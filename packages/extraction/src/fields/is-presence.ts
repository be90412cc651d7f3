import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Governor } from '../reading/choose-trigger.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const placing = wordClass('placing')
const noPlaceYet = wordClass('no-place-yet')
const around = wordClass('around')
const border = wordClass('border')
const keeping = wordClass('keeping')
const land = wordClass('land')
const missionKeeping = wordClass('mission-keeping')
const peacekeeper = wordClass('peacekeeper')
const stationed = wordClass('stationed')

/** "has 900 troops in Arcadia" is a presence, "has 900,000 troops" a size. */
export function isPresence({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  const { lemma } = governor.reading
  if (!keeping.words.has(lemma)) return false
  // A group's fighters at home are its size.
  if (reading.actors.findLast((hit) => hit.to <= governor.hit.at)?.name.family === 'group') return false
  for (let at = mention.to; at < Math.min(reading.sentence.to, mention.to + 8); at += 1) {
    const token = tokens[at] as Token
    if (isOneOf(token, stationed)) return true
    // "one brigade combat team (BCT) in Arcadia": a short name in brackets is passed over.
    const bracket = token.text === '(' || token.text === ')'
    if (token.kind === 'mark' && token.text !== '-' && !bracket) return false
    if (isOneOf(token, placing)) return namesPlace(tokens, at + 1)
  }
  return false
}

/** A mission serves abroad: what it "has" or "maintains" is there. */
export function isMissionPresence({ tokens, mention, reading }: MentionContext, governor: Governor): boolean {
  if (mention.strong || governor.side === 'inside') return false
  if (peacekeeper.words.has(mention.noun.item)) return true
  if (!missionKeeping.words.has(governor.reading.lemma)) return false
  if (tokens.slice(Math.max(0, governor.hit.at - 3), governor.hit.at).some(({ lower }) => lower === 'to'))
    return false
  const subject = reading.actors.findLast((hit) => hit.to <= governor.hit.at)
  return subject?.name.force === true && subject.name.family === 'org'
}

/** "in Syria", "on the island", "at the border", not "in place" or "in its inventory". */
function namesPlace(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 4)
  if (isOneOf(words[0], noPlaceYet)) return words.some((token) => token.capital || isOneOf(token, land))
  return words.some((token) => token.capital) || words[0]?.lower !== 'the'
}

/** "12 brigades in the east". */
export function isPlacedNext({ tokens, mention }: MentionContext): boolean {
  return isOneOf(tokens[mention.to], placing)
}

/** "drills around Arcadia": a show of force near another's territory. */
export function isNear({ tokens, mention, reading }: MentionContext): boolean {
  return someOf(tokens, mention.to, Math.min(reading.sentence.to, mention.to + 9), around)
}

/** "mobilised 9,000 men along the border". */
export function isPlacedAtBorder({ tokens, reading, mention }: MentionContext): boolean {
  for (let at = mention.to; at < reading.sentence.to; at += 1) {
    const { lower } = tokens[at] as Token
    if (lower === 'to' || lower === 'for') return false
    if (isOneOf(tokens[at], border)) return true
  }
  return false
}
