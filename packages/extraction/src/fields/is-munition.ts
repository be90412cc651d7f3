import { endsLikeOneOf, wordClass } from '../lexicon/word-classes.ts'

const munition = wordClass('munition')

/** Whether an item is fired, launched or dropped. */
export function isMunition(item: string): boolean {
  return endsLikeOneOf(item, munition)
}
