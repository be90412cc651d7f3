import { findPhrase } from '../lexicon/find-phrase.ts'
import { generics } from '../lexicon/generics.ts'
import { findActorId } from '../reading/find-actor-id.ts'
import type { ArticleReading } from '../reading/read-article.ts'
import { tokenise } from '../text/tokenise.ts'
import { resolveOrigin } from './resolve-origin.ts'

/** Who a source is, and whom it speaks for. */
export type SourceIdentity = { origin: string | null; actor: string | null }

/** What the name of a source tells alone, whatever the article. */
type NamedSource = SourceIdentity & { isState: boolean }

const longestKept = 4096
/** The same ministries and agencies speak in article after article. */
const kept = new Map<string, NamedSource>()

/** Identifies a source once an article; "the General Staff" speaks for the state it was first named with. */
export function identifySource(
  { identities, sources, topic }: ArticleReading,
  source: string,
): SourceIdentity {
  const known = identities.get(source)
  if (known) return known
  const named = readName(source)
  const identity = {
    origin: named.origin,
    actor:
      named.actor ?? actorNamedWith(source, sources) ?? (named.isState ? (topic.state ?? topic.land) : null),
  }
  identities.set(source, identity)
  return identity
}

function readName(source: string): NamedSource {
  const known = kept.get(source)
  if (known !== undefined) return known
  if (kept.size >= longestKept) kept.clear()
  const named = { origin: resolveOrigin(source), actor: findActorId(source), isState: namesState(source) }
  // Joined and cut, for a mere slice would keep its article in memory.
  kept.set(` ${source}`.slice(1), named)
  return named
}

/** "the army", "the defence ministry": of the state that the article is about. */
function namesState(source: string): boolean {
  const tokens = tokenise(source)
  return tokens.some((_, at) => findPhrase(generics, tokens, at)?.value === 'state')
}

function actorNamedWith(source: string, sources: ArticleReading['sources']): string | null {
  for (const { credits } of sources) {
    for (const credit of credits) {
      const named = credit.source?.includes(source) ? readName(credit.source).actor : null
      if (named !== null) return named
    }
  }
  return null
}
