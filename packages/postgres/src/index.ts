export { advisoryLocks } from './advisory-locks.ts'
export { afterCommit } from './after-commit.ts'
export { connectDatabase } from './connect-database.ts'
export { listField, textField, timeFields } from './copy-fields.ts'
export { copyLines } from './copy-lines.ts'
export { type CopyValue, copyRows } from './copy-rows.ts'
export { createPool, type Db, type Pool, type Transaction } from './create-pool.ts'
export { DatabaseNotReadyError } from './database-not-ready.ts'
export { EmbeddedPostgresError } from './embedded-error.ts'
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'
export { createLeadership, type Leadership } from './leadership.ts'
export { type Listener, listen } from './listen.ts'
export { migrate } from './migrate.ts'
export { withTransaction } from './with-transaction.ts'
