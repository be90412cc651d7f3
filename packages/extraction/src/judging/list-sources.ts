import type { SourceContext } from '../fields/resolve-source.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Credit } from '../reading/read-sources.ts'

/** One who may be credited with a claim: the statement that names it and how many sentences before; null for the article's own voice. */
export type SourceCandidate = { source: string | null; credit: Credit | null; back: number }

const farthestBack = 5
const farthestAhead = 2

/** Everyone who may be credited: nobody, the rules' choice, and those who speak in this sentence, before it or right after. */
export function listSources(
  { sources }: SourceContext,
  mention: Mention,
  rule: string | null,
): SourceCandidate[] {
  const found = new Map<string | null, SourceCandidate>([[null, { source: null, credit: null, back: 0 }]])
  for (let back = 0; back <= farthestBack; back += 1) {
    const credits = sources[mention.sentence - back]?.credits ?? []
    for (let at = credits.length - 1; at >= 0; at -= 1) add(found, credits[at] as Credit, back)
  }
  for (let ahead = 1; ahead <= farthestAhead; ahead += 1)
    for (const credit of sources[mention.sentence + ahead]?.credits ?? []) add(found, credit, -ahead)
  if (rule !== null && !found.has(rule)) found.set(rule, { source: rule, credit: null, back: farthestBack })
  return [...found.values()]
}

function add(found: Map<string | null, SourceCandidate>, credit: Credit, back: number): void {
  const { source } = credit
  if (source !== null && !found.has(source)) found.set(source, { source, credit, back })
}
