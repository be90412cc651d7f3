import { contexts } from '../lexicon/contexts.ts'
import { triggers } from '../lexicon/triggers.ts'
import { isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const ceiling = wordClass('ceiling')
const movement = wordClass('movement')
const army = wordClass('army')
const numberingBody = wordClass('numbering-body')

const reach = 18

/** "a mandate for 17,000 personnel", "authorised a force of 5,000": a size allowed, not one that is. */
export function isCeiling({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.noun.unit !== 'personnel') return false
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - reach), mention.from)
  const at = before.findLastIndex((token) => isOneOf(token, ceiling))
  return at >= 0 && !before.some((token) => isOneOf(token, movement)) && !leadsToVerb(before, at)
}

/** "authorised the army to summon 4,000": what is allowed is a deed. */
function leadsToVerb(words: readonly Token[], from: number): boolean {
  return words.some(
    ({ lower }, at) =>
      at > from &&
      lower === 'to' &&
      (triggers.words
        .get(words[at + 1]?.lower ?? '')
        ?.value?.some(({ form, group }) => form.base && !group.weak) ??
        false),
  )
}

/** "there were around 280 soldiers in the base"; "there were 40 soldiers killed" tells more. */
export function isThere({ tokens, mention, reading, governor }: MentionContext): boolean {
  let at = mention.from - 1
  while (
    at >= reading.sentence.from &&
    (words.be.has(tokens[at]?.lower ?? '') ||
      words.adverb.has(tokens[at]?.lower ?? '') ||
      words.auxiliary.has(tokens[at]?.lower ?? ''))
  ) {
    if (tokens[at]?.lower === 'there') break
    at -= 1
  }
  if (at < reading.sentence.from || tokens[at]?.lower !== 'there' || mention.noun.predicate !== null)
    return false
  return !(governor?.side === 'after' && governor.hit.at - mention.to <= 1)
}

/** "there were 300,000 soldiers in the Arcadian army". */
export function inArmy({ tokens, mention }: MentionContext): boolean {
  return tokens[mention.to]?.lower === 'in' && someOf(tokens, mention.to + 1, mention.to + 5, army)
}

/** "With 8,000 fighters, the group …". */
export function isWithForce({ tokens, mention, reading }: MentionContext): boolean {
  const opens = mention.from - 1 === reading.sentence.from
  return (
    opens &&
    mention.noun.predicate === null &&
    tokens[mention.from - 1]?.lower === 'with' &&
    tokens[mention.to]?.text === ','
  )
}

/** "the army totals about 200,000". */
export function isBodySize({ tokens, mention, reading }: MentionContext): boolean {
  if (mention.head !== null) return false
  const before = tokens.slice(Math.max(reading.sentence.from, mention.from - 4), mention.from)
  return (
    before.some((token) => isOneOf(token, numberingBody)) &&
    before.some((token) => contexts.body.has(token.lower))
  )
}

/** "one of its two carriers": what it is one of is what they have. */
export function isPartOfSize({ tokens, mention, governor }: MentionContext): boolean {
  const before = tokens[mention.from - 1]?.lower
  if (isStrengthOf(tokens, mention)) return true
  return (
    (before === 'its' || before === 'their' || before === "'s") &&
    tokens.slice(mention.from - 4, mention.from - 1).some(({ lower }) => lower === 'of') &&
    !(governor?.side === 'after' && governor.cost < 1.5)
  )
}

/** "a strength of 4,000". */
function isStrengthOf(tokens: readonly Token[], { from, quantity }: Mention): boolean {
  const of = quantity.numberFrom - 1
  return of > from && tokens[of]?.lower === 'of' && tokens[of - 1]?.lower === 'strength'
}
