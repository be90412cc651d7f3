import { triggers } from '../lexicon/triggers.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'
import type { MentionContext } from './mention-context.ts'

const ceiling = wordClass('ceiling')
const movement = wordClass('movement')

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
