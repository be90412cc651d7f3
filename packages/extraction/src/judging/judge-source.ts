import type { ExtractedClaim } from '../claim-schema.ts'
import { resolveSource } from '../fields/resolve-source.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import { cuesOfSource } from './cues-of-source.ts'
import type { Decider } from './decider.ts'
import { listSpeakers } from './list-speakers.ts'

/** Tells who a claim is credited to: the rules' answer weighed against nobody and those who speak nearby. */
export function judgeSource(
  decider: Decider,
  article: ArticleReading,
  mention: Mention,
  last: Pick<ExtractedClaim, 'source'> | null,
): string | null {
  const rule = resolveSource(article, mention)
  const speakers = listSpeakers(article, mention, rule, last?.source ?? null)
  if (speakers.length === 1) return rule
  const { answer } = decider.choose(
    'source',
    mention,
    speakers.map(({ name }) => name),
    speakers.findIndex(({ name }) => name === rule),
    speakers.map((speaker) => cuesOfSource({ article, mention, rule, last, speakers }, speaker)),
  )
  return speakers[answer]?.name ?? null
}
