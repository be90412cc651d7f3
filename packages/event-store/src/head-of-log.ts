import type { Db } from '@muster/postgres'
import { getHead } from './store.ts'

/** Where the log ends. `logId` tells this log from a restored copy of it. */
export type LogHead = { logId: string; position: number }

/** The position of the newest committed event; 0 when the log is empty. */
export async function headOfLog(db: Db): Promise<LogHead> {
  const { logId, position } = await getHead(db)
  return { logId, position }
}
