import type { ActorHit } from '../reading/find-actors.ts'
import type { ActorContext } from './actor-context.ts'
import { findSubjects } from './find-subject.ts'

/** What stands before a name in a list of states; "supplied Arcadia with 40 tanks" is none. */
const listing = /^(?:,|and|;|:|-|–|—|\*|•|include|includes|including|are|is|by|from|than)$/
const opening = /^(?:with|\(|:|–|—)$/

/** The actor that stands right before the number: "Uganda with 4,500", "Nepal (1,547)", "India, with 5,400", "Greece, which has 90". */
export function namedBeside(context: ActorContext): string | null {
  return besideNumber(context) ?? respective(context)
}

function besideNumber({ tokens, mention, reading }: ActorContext): string | null {
  let at = mention.from - 1
  if (/^(?:has|had|provides|contributes)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.lower === 'which')
    at -= 1
  else if (!opening.test(tokens[at]?.text ?? '')) return null
  if (tokens[at - 1]?.text === ',') at -= 1
  const hit = reading.actors.find((candidate) => candidate.to === at)
  if (hit === undefined || hit.name.kind === 'people' || hit.name.kind === 'leader') return null
  const before = tokens[hit.at - 1]
  return hit.at <= reading.sentence.from || listing.test(before?.lower ?? '') ? hit.name.id : null
}

/** "Nigeria and Benin will send 1,500 and 600 troops respectively". */
function respective(context: ActorContext): string | null {
  const { tokens, mention, mentions, reading } = context
  let word = mention.to
  while (word < reading.sentence.to && tokens[word]?.lower !== 'respectively') word += 1
  if (word === reading.sentence.to) return null
  const counted = mentions.filter(({ from, to }) => from < word && to <= word)
  const names = joinedNames(context, counted[0]?.from ?? 0)
  return names.length === counted.length ? (names[counted.indexOf(mention)]?.name.id ?? null) : null
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
