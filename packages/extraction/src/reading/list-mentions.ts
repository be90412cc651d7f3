import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { words } from '../lexicon/words.ts'
import type { Mention } from '../mentions/mention.ts'
import { startsNumber } from '../mentions/starts-number.ts'
import type { Token } from '../text/token.ts'
import type { Listed } from './choose-trigger.ts'

const listJoint = wordClass('list-joint')
const listSeparator = wordClass('list-separator')

const longestTail = 4
const longestGap = 12

/** Groups the mentions of one sentence into lists whose members share a verb. */
export function listMentions(tokens: readonly Token[], mentions: readonly Mention[]): Listed[] {
  const groups: Mention[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && joins(tokens, last, mention)) group.push(mention)
    else groups.push([mention])
  }
  return groups.flatMap((group) =>
    group.map((mention, index) => ({
      mention,
      first: group[0] as Mention,
      last: group.at(-1) as Mention,
      index,
      length: group.length,
    })),
  )
}

/** "of soldiers" may hang on the first noun; a joint must stand right before the next number. */
function joins(tokens: readonly Token[], last: Mention, next: Mention): boolean {
  if (next.from <= last.to) return next.from < last.to
  const between = tokens.slice(last.to, next.from)
  const joint = between.findIndex(
    (token) => isOneOf(token, listJoint) && token.lower !== 'of' && token.lower !== 'in',
  )
  if (joint < 0 || joint > longestTail) return false
  if (runsOn(tokens, last.to + joint, next.from)) return true
  return (
    between.slice(joint).every((token) => isOneOf(token, listJoint)) &&
    between.slice(0, joint).every((token) => token.kind === 'word')
  )
}

/** "40 tanks, 90 trucks and fuel tankers, 12 guns": counts of other things do not end a list. */
function runsOn(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > longestGap || tokens[from]?.text !== ',') return false
  if (!isOneOf(tokens[to - 1], listSeparator) || !startsNumber(tokens[from + 1])) return false
  return tokens
    .slice(from, to)
    .every(
      ({ lower, kind }) =>
        listJoint.words.has(lower) ||
        kind === 'number' ||
        (kind === 'word' &&
          !words.auxiliary.has(lower) &&
          !words.relative.has(lower) &&
          !words.preposition.has(lower)),
    )
}
