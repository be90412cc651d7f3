import { createHash } from 'node:crypto'
import { indexableId } from './indexable-id.ts'
import type { ParsedEntry } from './parsed-feed.ts'

/**
 * An id that several entries of a document share tells none of them; what else they say is added to it. Entries that
 * say the same throughout are one, listed twice, and keep their id.
 */
export function withOwnIds(entries: ParsedEntry[]): ParsedEntry[] {
  const isShared = shared(entries)
  const linked = entries.map((entry) =>
    isShared(entry.id) && entry.link ? { ...entry, id: indexableId(`${entry.id} ${entry.link}`) } : entry,
  )
  const different = new Map(linked.map((entry) => [`${entry.id}\n${wordsOf(entry)}`, entry]))
  const isStillShared = shared([...different.values()])
  return linked.map((entry) =>
    isStillShared(entry.id) ? { ...entry, id: indexableId(`${entry.id} ${hash(wordsOf(entry))}`) } : entry,
  )
}

const wordsOf = ({ title, text }: ParsedEntry): string => `${title}\n${text}`

function shared(entries: ParsedEntry[]): (id: string) => boolean {
  const counts = new Map<string, number>()
  for (const { id } of entries) counts.set(id, (counts.get(id) ?? 0) + 1)
  return (id) => (counts.get(id) ?? 0) > 1
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
