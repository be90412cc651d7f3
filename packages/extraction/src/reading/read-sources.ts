import type { Document } from '../text/document.ts'
import { type Attribution, findAttributions } from './find-attributions.ts'
import { resolveSourceName, type SourceName } from './resolve-source-name.ts'

/** The credited statements of a sentence, with the source each names; null is a vague one. */
export type CreditedSentence = { credits: Credit[]; opensQuoted: boolean }

/** One statement of a source: the verb that carries it and what it covers. */
export type Credit = Attribution & { source: string | null }

/** Reads who says what, in order, so that "he said" finds the one who spoke before. */
export function readSources(
  document: Document,
  quoted: readonly boolean[],
  until: number,
): CreditedSentence[] {
  let last: SourceName[] = []
  return document.sentences.slice(0, until).map((sentence) => {
    const credits = findAttributions(document, sentence).map((attributed) => {
      const name = resolveSourceName(document, attributed, last)
      if (name !== null && name.kind !== 'back') last = [...last.slice(-5), name]
      else if (name !== null) last = [...last.filter((known) => known.text !== name.text).slice(-5), name]
      const { at, name: range, scope } = attributed
      return { at, name: range, scope, source: name?.text ?? null }
    })
    return { credits, opensQuoted: quoted[sentence.from] ?? false }
  })
}
