import type { SourceContext } from '../fields/resolve-source.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Token } from '../text/token.ts'
import type { CueVisitor } from './decider.ts'
import type { SourceCandidate } from './list-sources.ts'
import { wordAt } from './word-at.ts'

const telling = new Set(
  'is are has have had was were will would also earlier later meanwhile however since so according this these'.split(
    ' ',
  ),
)

/** Goes through what speaks for or against crediting one candidate with a claim. */
export function visitSourceCues(
  { document, sources, quoted }: SourceContext,
  mention: Mention,
  candidate: SourceCandidate,
  candidates: readonly SourceCandidate[],
  rule: string | null,
  last: string | null | undefined,
  visit: CueVisitor,
): void {
  const { tokens, sentences } = document
  const sentence = sentences[mention.sentence] as { from: number; to: number; paragraph: number }
  const here = sources[mention.sentence]?.credits ?? []
  const isQuoted = quoted[mention.from] === true ? 'quoted' : 'plain'
  const kind =
    candidate.source === null
      ? 'nobody'
      : candidate.back === 0
        ? 'here'
        : candidate.back < 0
          ? 'ahead'
          : `back ${candidate.back}`
  const spoken = here.some(({ source }) => source !== null)
    ? 'named here'
    : here.length > 0
      ? 'vague here'
      : 'none here'
  if (candidate.source === rule) visit('rule', kind, spoken)
  visit('kind', kind, isQuoted)
  visit('kind, spoken', kind, spoken)
  visit('kind, others', kind, String(Math.min(4, candidates.length)))
  if (last !== undefined) {
    visit('last', candidate.source === last ? 'same' : 'other', kind)
    visit(
      'last, spoken',
      candidate.source === last ? 'same' : 'other',
      `${spoken} ${last === null ? 'nobody' : 'somebody'}`,
    )
  }
  const first = wordAt(tokens, sentence, sentence.from)
  visit('kind, first word', kind, first)
  visit('kind, second word', kind, wordAt(tokens, sentence, sentence.from + 1))
  visit('kind, position', kind, mention.from - sentence.from < 3 ? 'start' : 'later')
  visit('kind, head', kind, mention.head === null ? 'bare' : 'full')
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const { lower } = tokens[at] as Token
    if (telling.has(lower)) visit('kind, word', kind, lower)
  }
  const { credit } = candidate
  if (credit === null) return
  const verb = (tokens[credit.at] as Token).lower
  visit('verb', verb, kind)
  visit('scope', credit.scope, kind)
  const place = credit.at < mention.from ? 'before' : 'after'
  visit('place', `${kind} ${place}`, credit.scope)
  if (candidate.back === 0) {
    const between = tokens.slice(Math.min(credit.at, mention.to), Math.max(credit.at, mention.from))
    visit(
      'between',
      place,
      between.some(({ text }) => text === ';')
        ? 'semicolon'
        : between.filter(({ text }) => text === ',').length > 1
          ? 'commas'
          : between.some(({ text }) => text === ',')
            ? 'comma'
            : 'none',
    )
    for (const { lower } of between)
      if (/^(?:while|as|but|after|that|although|which|who|following|amid|and)$/.test(lower))
        visit('between word', place, lower)
    const order = here.filter(({ source }) => source !== null).findIndex(({ at }) => at === credit.at)
    visit('order', `${order} of ${here.length}`, place)
  } else {
    const other = sentences[mention.sentence - candidate.back]
    visit('paragraph', other?.paragraph === sentence.paragraph ? 'same' : 'other', kind)
    visit(
      'paragraph, spoken',
      other?.paragraph === sentence.paragraph ? 'same' : 'other',
      `${kind} ${spoken}`,
    )
    let silent = 0
    for (let back = 1; back < candidate.back; back += 1)
      if ((sources[mention.sentence - back]?.credits.length ?? 0) > 0) silent += 1
    visit('others between', String(Math.min(2, silent)), kind)
    visit('quoted there', String(quoted[credit.at] === true), kind)
  }
  const spokenOften = countSources(sources)
  const count = spokenOften.get(candidate.source) ?? 0
  visit('spoken often', count > 3 ? 'many' : String(count), candidate.back === 0 ? 'here' : 'away')
  const all = spokenOften.size
  visit('sources in all', all > 4 ? 'many' : String(all), candidate.back === 0 ? 'here' : 'away')
}

const counted = new WeakMap<SourceContext['sources'], ReadonlyMap<string | null, number>>()

/** How often each source is credited, counted once an article: a count for each claim took time by the square of its length. */
function countSources(sources: SourceContext['sources']): ReadonlyMap<string | null, number> {
  const known = counted.get(sources)
  if (known !== undefined) return known
  const counts = new Map<string | null, number>()
  for (const { credits } of sources)
    for (const { source } of credits) counts.set(source, (counts.get(source) ?? 0) + 1)
  counted.set(sources, counts)
  return counts
}
