import { resolveSource, type SourceContext } from '../fields/resolve-source.ts'
import type { Mention } from '../mentions/mention.ts'
import type { Decider } from './decider.ts'
import { listSources } from './list-sources.ts'
import { visitSourceCues } from './visit-source-cues.ts'

/** Tells who a claim is credited to: the rules' choice weighed against the others who speak nearby. */
export function judgeSource(
  decider: Decider,
  context: SourceContext,
  mention: Mention,
  last: string | null | undefined,
): string | null {
  const rule = resolveSource(context, mention)
  const candidates = listSources(context, mention, rule)
  const { answer } = decider.choose(
    'source',
    mention,
    candidates.map(({ source }) => source),
    candidates.findIndex(({ source }) => source === rule),
    (index) => (visit) => {
      const candidate = candidates[index]
      if (candidate) visitSourceCues(context, mention, candidate, candidates, rule, last, visit)
    },
  )
  return candidates[answer]?.source ?? null
}
