import { findPhrase } from '../lexicon/find-phrase.ts'
import { generics } from '../lexicon/generics.ts'
import { findActorId } from '../reading/find-actor-id.ts'
import type { Topic } from '../reading/find-topic.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import { tokenise } from '../text/tokenise.ts'
import { resolveOrigin } from './resolve-origin.ts'

/** Who a source is, and whom it speaks for. */
export type SourceIdentity = { origin: string | null; actor: string | null }

/** Identifies a source once an article; "the General Staff" speaks for the state it was first named with. */
export function identifySource(
  { identities, sources, topic }: ArticleReading,
  source: string,
): SourceIdentity {
  const known = identities.get(source)
  if (known) return known
  const identity = {
    origin: resolveOrigin(source),
    actor: findActorId(source) ?? actorNamedWith(source, sources) ?? plainSpeaker(source, topic),
  }
  identities.set(source, identity)
  return identity
}

/** "the army", "the defence ministry": of the state that the article is about. */
function plainSpeaker(source: string, topic: Topic): string | null {
  const tokens = tokenise(source)
  const speaks = tokens.some((_, at) => findPhrase(generics, tokens, at)?.value === 'state')
  return speaks ? (topic.state ?? topic.land) : null
}

function actorNamedWith(source: string, sources: ArticleReading['sources']): string | null {
  for (const { credits } of sources) {
    for (const credit of credits) {
      const named = credit.source?.includes(source) ? findActorId(credit.source) : null
      if (named !== null) return named
    }
  }
  return null
}
