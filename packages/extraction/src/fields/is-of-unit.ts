import type { Predicate } from '../claim-schema.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const ofOrFrom = wordClass('of-or-from')
const unitKind = wordClass('unit-kind')

/** "600 soldiers from the 7th Brigade", "Battalion 203, with its 40 tanks": what a single unit has. */
export function isOfUnit({ tokens, mention, reading }: MentionContext, predicate: Predicate): boolean {
  if (mention.noun.unit === 'formation' || predicate === 'strength' || predicate === 'trained') return false
  const next = tokens[mention.to]?.lower ?? ''
  if (ofOrFrom.words.has(next)) {
    const rest = tokens.slice(mention.to, Math.min(reading.sentence.to, mention.to + 9))
    const comma = rest.findIndex((token) => token.text === ',')
    return (comma < 0 ? rest : rest.slice(0, comma)).some((token) => isUnit(token))
  }
  const back = tokens.slice(Math.max(reading.sentence.from, mention.from - 5), mention.from)
  return back.some((token) => isUnit(token)) && back.some(({ lower }) => lower === 'with')
}

function isUnit({ lower, capital }: Token): boolean {
  return capital && unitKind.words.has(lower)
}
