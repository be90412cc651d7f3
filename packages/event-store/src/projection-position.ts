import type { Db } from '@muster/postgres'
import { findProjectionPosition } from './store.ts'

/** The position up to which a projection shows the log; 0 before its first step. */
export function projectionPosition(db: Db, name: string): Promise<number> {
  return findProjectionPosition(db, name)
}
