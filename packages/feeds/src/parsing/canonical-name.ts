import type { NamespaceScope } from './open-scope.ts'

/** A name as the tree holds it. Attributes without a prefix belong to no vocabulary. */
export function canonicalName(written: string, scope: NamespaceScope, isAttribute = false): string {
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  if (colon < 0 && isAttribute) return written
  const vocabulary = scope.get(prefix) ?? (prefix === 'atom' || prefix === 'rss' ? '' : prefix)
  const local = written.slice(colon + 1)
  return vocabulary === '' ? local : `${vocabulary}:${local}`
}
