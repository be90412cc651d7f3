import type { DraftEntry } from './draft.ts'

/** A description of more characters is the text itself: many feeds have it there and nowhere else. */
const LONGEST_SUMMARY = 2_000
/** Behind the cut stand links, as in "Read more" and "The post … appeared first on …". */
const END = 300
const CUT = /\[(…|\.{3})\]|(…|\.{3}|read more|continue reading)\W*$/i

/** Whether an entry carries no more than a summary of its text: it has nothing but a description, or one that is cut off. */
export function isSummary({ content }: Pick<DraftEntry, 'content'>, text: string): boolean {
  if (text.length > LONGEST_SUMMARY) return false
  return content === null || CUT.test(text.slice(-END))
}
