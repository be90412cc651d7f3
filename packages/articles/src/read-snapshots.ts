import type { Db } from '@muster/postgres'
import { hashOfText } from './hash-of-text.ts'
import { findRemovedTexts, findSnapshots } from './store.ts'

/** Texts by the hashes that name them. */
export type Snapshots = {
  texts: Map<string, string>
  /** Hashes whose stored text is not the one they name, so that no span into it can be trusted. */
  broken: Set<string>
  /** Hashes of texts that were taken down, and when. */
  removed: Map<string, Date>
}

/** Reads stored texts, each checked against the hash that names it. */
export async function readSnapshots(db: Db, hashes: string[]): Promise<Snapshots> {
  const snapshots = await findSnapshots(db, [...new Set(hashes)])
  const isIntact = ({ hash, text }: { hash: string; text: string }) => hashOfText(text) === hash
  const missing = hashes.filter((hash) => !snapshots.some((snapshot) => snapshot.hash === hash))
  return {
    texts: new Map(snapshots.filter(isIntact).map(({ hash, text }) => [hash, text])),
    broken: new Set(snapshots.filter((snapshot) => !isIntact(snapshot)).map(({ hash }) => hash)),
    removed: missing.length > 0 ? await findRemovedTexts(db, missing) : new Map(),
  }
}
