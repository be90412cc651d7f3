import type { ExtractedClaim } from '../claim-schema.ts'
import { resolveSource } from '../fields/resolve-source.ts'
import type { Mention } from '../mentions/mention.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import type { Cues } from './cues.ts'
import { cuesOfRole, cuesOfSource, roleOf } from './cues-of-source.ts'
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
  const choice = { article, mention, rule, last, speakers }
  const roles = speakers.map((speaker) => roleOf(choice, speaker))
  const cuesByRole = new Map<number, Cues>()
  for (const role of roles) if (!cuesByRole.has(role)) cuesByRole.set(role, cuesOfRole(choice, role))
  const { answer } = decider.choose(
    'source',
    mention,
    speakers.map(({ name }) => name),
    speakers.findIndex(({ name }) => name === rule),
    speakers.map((speaker, index) => {
      const role = roles[index] as number
      return [cuesOfSource(choice, speaker, role), cuesByRole.get(role) ?? []]
    }),
  )
  return speakers[answer]?.name ?? null
}
