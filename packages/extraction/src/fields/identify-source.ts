import { findActorId } from '../reading/find-actor-id.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import { resolveOrigin } from './resolve-origin.ts'

/** Who a source is, and whom it speaks for. */
export type SourceIdentity = { origin: string | null; actor: string | null }

/** Identifies a source once an article; "the General Staff" speaks for the state it was first named with. */
export function identifySource({ identities, sources }: ArticleReading, source: string): SourceIdentity {
  const known = identities.get(source)
  if (known) return known
  const identity = {
    origin: resolveOrigin(source),
    actor: findActorId(source) ?? actorNamedWith(source, sources),
  }
  identities.set(source, identity)
  return identity
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
