import { stat } from 'node:fs/promises'
import { serverAccount } from './embedded-account.ts'
import { EmbeddedPostgresError } from './embedded-error.ts'

/** Throws when the data folder belongs to an account other than the server's: PostgreSQL would refuse it less clearly. */
export async function checkOwner(data: string): Promise<void> {
  const found = await stat(data).catch(() => null)
  const expected = serverAccount()?.uid ?? process.getuid?.()
  if (found === null || expected === undefined || found.uid === expected) return
  const maker = found.uid === 65_534 ? 'root' : `the user with id ${found.uid}`
  throw new EmbeddedPostgresError(
    `${data} was made by ${maker}: start as that user, or remove it to begin with an empty database`,
  )
}
