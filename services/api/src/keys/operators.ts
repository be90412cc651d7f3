import { findOperatorByHash, findOperatorById, hashKey } from '@muster/access'
import type { Operators } from '@muster/dashboard'
import type { Db } from '@muster/postgres'

/** Who may use the job board: holders of keys in force with the scope `operate`. */
export function operators(db: Db): Operators {
  return {
    byKey: (key) => findOperatorByHash(db, hashKey(key)),
    byId: (id) => findOperatorById(db, id),
  }
}
