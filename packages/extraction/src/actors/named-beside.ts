import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ActorHit } from '../reading/find-actors.ts'
import type { ActorContext } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'

const countOpener = wordClass('count-opener')
const ranking = wordClass('ranking')
const stateList = wordClass('state-list')
const whichHas = wordClass('which-has')

/** What stands before a name in a list of states; "supplied Arcadia with 40 tanks" is none. */

/** The actor that stands right before the number: "Uganda with 4,500", "Nepal (1,547)", "India, with 5,400", "Greece, which has 90". */
export function namedBeside(context: ActorContext): string | null {
  return besideNumber(context) ?? respective(context)
}

function besideNumber({ tokens, mention, reading }: ActorContext): string | null {
  let at = mention.from - 1
  if (isOneOf(tokens[at], whichHas) && tokens[at - 1]?.lower === 'which') at -= 1
  else if (!isOneOf(tokens[at], countOpener)) return null
  if (tokens[at - 1]?.text === ',') at -= 1
  const hit =
    reading.actors.find((candidate) => candidate.to === at) ?? rankedBefore(tokens, reading.actors, at)
  if (hit === undefined || hit.name.kind === 'people' || hit.name.kind === 'leader') return null
  const article = tokens[at]?.text === '(' && tokens[hit.at - 1]?.lower === 'the'
  const before = tokens[hit.at - (article ? 2 : 1)]
  return hit.at <= reading.sentence.from || isOneOf(before, stateList) ? hit.name.id : null
}

/** "Nepal provided the second most, with 6,200", "India ranked third with 6,000". */
function rankedBefore(
  tokens: ActorContext['tokens'],
  hits: readonly ActorHit[],
  at: number,
): ActorHit | undefined {
  const hit = hits.findLast((candidate) => candidate.to < at)
  if (hit === undefined || at - hit.to > 6) return undefined
  const between = tokens.slice(hit.to, at)
  return isOneOf(between[0], ranking) && between.every(({ kind }) => kind === 'word') ? hit : undefined
}

/** "Nigeria and Benin will send 1,500 and 600 troops respectively". */
function respective(context: ActorContext): string | null {
  const { tokens, mention, mentions, reading } = context
  let word = mention.to
  while (word < reading.sentence.to && tokens[word]?.lower !== 'respectively') word += 1
  const pair = word === reading.sentence.to ? pairOf(context) : null
  if (word === reading.sentence.to && pair === null) return null
  const counted = pair ?? mentions.filter(({ from, to }) => from < word && to <= word)
  const names = joinedNames(context, counted[0]?.from ?? 0)
  return names.length === counted.length ? (names[counted.indexOf(mention)]?.name.id ?? null) : null
}

/** "Djibouti and Kenya will send 1,520 and 1,410 soldiers": two numbers joined before one noun. */
function pairOf({ tokens, mention, mentions }: ActorContext): Mention[] | null {
  const at = mentions.indexOf(mention)
  for (const index of [at, at - 1]) {
    const [first, second] = [mentions[index], mentions[index + 1]]
    if (first && second && first.head === null && second.head !== null && second.from === first.to + 1)
      return tokens[first.to]?.lower === 'and' ? [first, second] : null
  }
  return null
}

function joinedNames(context: ActorContext, limit: number): ActorHit[] {
  const hits = findSubjects(context, limit)
  return hits.filter((hit, index) => {
    const next = hits[index + 1]
    const previous = hits[index - 1]
    const joins = (left: ActorHit, right: ActorHit) =>
      context.tokens.slice(left.to, right.at).every(({ lower }) => lower === ',' || lower === 'and')
    return (next !== undefined && joins(hit, next)) || (previous !== undefined && joins(previous, hit))
  })
}
