import type { Operators } from '@muster/dashboard'
import type { Db } from '@muster/postgres'
import { findOperatorByHash, findOperatorById } from '../store.ts'
import { hashKey } from './hash-key.ts'

/** Who may use the job board: holders of keys in force with the scope `operate`. */
export function operators(db: Db): Operators {
  return {
    byKey: (key) => findOperatorByHash(db, hashKey(key)),
    byId: (id) => findOperatorById(db, id),
  }
}
