import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { Credit } from '../reading/read-sources.ts'

/** One who may be credited with a claim, and the nearest statement of theirs; null is the article's own voice. */
export type Speaker = { name: string | null; credit: Credit | null; sentence: number }

/** So many sentences back, and on, one who speaks may be credited. */
export const farthestBack = 6
export const farthestOn = 2

/** Everyone who speaks in the sentence of a mention, in those before it back to the last who spoke, and right after. */
export function listSpeakers(
  { sources }: ArticleReading,
  mention: Mention,
  rule: string | null,
  last: string | null,
): Speaker[] {
  const found = new Map<string | null, Speaker>([[null, { name: null, credit: null, sentence: -1 }]])
  const here = mention.sentence
  addAll(found, sources[here]?.credits ?? [], here)
  for (let back = here - 1; back >= Math.max(0, here - farthestBack); back -= 1)
    addAll(found, sources[back]?.credits.toReversed() ?? [], back)
  for (let on = here + 1; on <= here + farthestOn; on += 1) addAll(found, sources[on]?.credits ?? [], on)
  for (const name of [rule, last]) if (!found.has(name)) found.set(name, { name, credit: null, sentence: -1 })
  return [...found.values()]
}

function addAll(found: Map<string | null, Speaker>, credits: readonly Credit[], sentence: number): void {
  for (const credit of credits)
    if (credit.source !== null && !found.has(credit.source))
      found.set(credit.source, { name: credit.source, credit, sentence })
}
