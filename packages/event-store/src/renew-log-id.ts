import type { Db } from '@muster/postgres'
import { updateLogId } from './store.ts'

/**
 * Gives a log that is a copy of another, as one restored from a backup, an id of its own: the two go on differently
 * from here, and a cursor of one must not be taken for a cursor of the other. Answers with the id.
 */
export function renewLogId(db: Db): Promise<string> {
  return updateLogId(db)
}
