import { actors } from '../lexicon/actors.ts'
import { findPhrase } from '../lexicon/find-phrase.ts'
import { wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import { hasContext, isWarStory } from './has-context.ts'
import type { Mention } from './mention.ts'

const peopleAtLarge = wordClass('people-at-large')

/** "three Malawians", "the 40 Russians": people by their state's name. */
export function isNational({ tokens }: Document, { head }: Mention): boolean {
  const found = head === null ? null : findPhrase(actors, tokens, head.from)
  return found?.value.kind === 'people' && found.value.family === 'state'
}

/** People of a state are its soldiers where soldiers are counted, or where a story of a war counts its losses. */
export function isForeignForce(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  if (hasContext(document, mention, 'civil', peopleAtLarge)) return false
  if (hasContext(document, mention, 'force') || followsForce(document, mention, before)) return true
  return isWarStory(document) && hasContext(document, mention, 'fallen')
}

/** Whether soldiers are counted in the same sentence or the one before. */
export function followsForce(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const last = before.at(-1)
  return (
    last?.noun.unit === 'personnel' &&
    mention.sentence - last.sentence <= 1 &&
    !hasContext(document, mention, 'civil', peopleAtLarge)
  )
}
