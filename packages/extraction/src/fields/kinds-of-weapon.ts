import { endsLikeOneOf, wordClass } from '../lexicon/word-classes.ts'

const munition = wordClass('munition')
const projectile = wordClass('projectile')
const platform = wordClass('platform')
const numberedPlatform = wordClass('numbered-platform')

/** Whether an item is fired, launched or dropped. */
export function isMunition(item: string): boolean {
  return endsLikeOneOf(item, munition)
}

const number = /\d+$/

/** Whether an item is a ship or an aircraft, which come and go with their crews. */
export function isPlatform(item: string): boolean {
  if (endsLikeOneOf(item, platform)) return true
  const model = item.replace(number, '')
  return model !== item && endsLikeOneOf(model, numberedPlatform)
}

/** Whether an item that is under way must have been fired. */
export function isProjectile(item: string): boolean {
  return endsLikeOneOf(item, projectile)
}
