import { findPhrase } from '../lexicon/find-phrase.ts'
import { items } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { ActorContext } from './actor-context.ts'

const apposedBody = wordClass('apposed-body')

/** "the Arcadian contingent, some 4,000 soldiers," and "rebel troops, 200 of them,": the noun before says whose. */
export function namedInApposition({ tokens, mention, reading }: ActorContext): string | null {
  const mark = tokens[mention.from - 1]?.text
  if (mark !== ',' && mark !== '(' && mark !== '–' && mark !== '—') return null
  const after = tokens[mention.to]
  if (after !== undefined && mention.to < reading.sentence.to && !/^[,.)–—]$/.test(after.text)) return null
  const noun = mention.from - 2
  const found = findPhrase(items, tokens, noun)
  const counted =
    found !== null && found.value.unit === mention.noun.unit && found.value.number !== 'singular'
  if (!counted && !isOneOf(tokens[noun], apposedBody)) return null
  const hit = reading.actors.find((candidate) => candidate.to === noun)
  return hit === undefined || hit.name.kind === 'capital' || hit.name.kind === 'leader' ? null : hit.name.id
}
