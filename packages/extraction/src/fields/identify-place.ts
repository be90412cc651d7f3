import { actors } from '../lexicon/actors.ts'
import { isCapital } from '../lexicon/capitals.ts'
import { countryCodes } from '../lexicon/country-codes.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { findRegionCode } from '../lexicon/places.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { slug } from './slug.ts'

/**
 * The identity of a place: the ISO 3166-2 code of a region, the ISO 3166-1 code of a country, else a slug of
 * its name. `from` is where its name starts, `capitals` where the name proper starts after "eastern".
 */
export function identifyPlace(
  { tokens, text }: Document,
  from: number,
  capitals: number,
  to: number,
): string {
  const { end } = tokens[to - 1] as Token
  const whole = text.slice((tokens[from] as Token).start, end)
  const state = stateAt(tokens, from)
  // Mali is a country, though Guinea has a prefecture of that name.
  if (state && state.to === to) return state.id
  const region =
    findRegionCode(whole) ??
    findRegionCode(text.slice((tokens[capitals] as Token).start, end)) ??
    findRegionCode((tokens[capitals] as Token).text)
  const inner = state ?? stateAt(tokens, capitals)
  if (region !== null && inner === null) return region
  // "eastern Ukraine" is a part of a country and keeps its name; "the Ukrainian border" is the country's.
  return (state ?? (capitals === from ? inner : null))?.id ?? (slug(whole) || 'unknown')
}

function stateAt(tokens: readonly Token[], at: number): { id: string; to: number } | null {
  const found = findPhrase(actors, tokens, at)
  // The government in Kyiv speaks for Ukraine; troops in Kyiv are in a town.
  if (found?.value.family !== 'state' || isTown(tokens, at, found.length)) return null
  const id = countryCodes.toTwoLetters(found.value.id)
  return id ? { id, to: at + found.length } : null
}

function isTown(tokens: readonly Token[], at: number, length: number): boolean {
  return isCapital(
    tokens
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(' '),
  )
}
