import { findPhrase } from '../lexicon/find-phrase.ts'
import { items } from '../lexicon/items.ts'
import type { ActorContext } from './actor-context.ts'

/** "after North Korean soldiers crossed the line. About 20 soldiers …": the same kind, named just before. */
export function sameNounBefore({ tokens, mention, reading, before }: ActorContext): string | null {
  if (mention.noun.unit === 'materiel') return null
  const hits = [...(before?.actors ?? []), ...reading.actors.filter((hit) => hit.to <= mention.from)]
  const modifying = hits.filter((hit) => {
    const found = hit.name.kind === 'leader' ? null : findPhrase(items, tokens, hit.to)
    return found !== null && found.value.unit === 'personnel' && found.value.number === 'plural'
  })
  // In the same sentence the nearest of the very noun counts.
  const near = modifying.findLast(
    (hit) =>
      hit.at >= reading.sentence.from && findPhrase(items, tokens, hit.to)?.value.item === mention.noun.item,
  )
  if (near !== undefined) return near.name.id
  const ids = new Set(modifying.map((hit) => hit.name.id))
  return ids.size === 1 ? (modifying[0]?.name.id ?? null) : null
}
