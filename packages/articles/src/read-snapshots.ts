import type { Db } from '@muster/postgres'
import { hashOfText } from './hash-of-text.ts'
import { findSnapshots } from './store.ts'

/** A stored text is not the one that its hash names, so no span into it can be trusted. */
export class SnapshotBrokenError extends Error {
  override name = 'SnapshotBrokenError'
}

/**
 * Texts by the hashes that name them, each checked against its hash; texts that were taken down are absent.
 * Throws SnapshotBrokenError.
 */
export async function readSnapshots(db: Db, hashes: string[]): Promise<Map<string, string>> {
  const snapshots = await findSnapshots(db, [...new Set(hashes)])
  for (const { hash, text } of snapshots) {
    if (hashOfText(text) !== hash) throw new SnapshotBrokenError(`snapshot ${hash} was changed`)
  }
  return new Map(snapshots.map(({ hash, text }) => [hash, text]))
}
