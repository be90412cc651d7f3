import { createApiKey, type Scope, scopes } from '@muster/access'
import { connectDatabase } from '@muster/postgres'
import { createLogger, parseEnvironment, serviceSettings } from '@muster/runtime'
import { InvalidArgumentError } from 'commander'

/** The command `keys create`: makes an API key in the database at DATABASE_URL and prints it, once. */
export async function createKey(options: { name: string; scopes: string }): Promise<void> {
  const key = { name: options.name, scopes: readScopes(options.scopes) }
  const { DATABASE_URL } = parseEnvironment({ DATABASE_URL: serviceSettings.DATABASE_URL }, process.env)
  const pool = await connectDatabase(DATABASE_URL, 'keys', createLogger('keys', 'silent'))
  try {
    process.stdout.write(`${(await createApiKey(pool, key)).key}\n`)
  } finally {
    await pool.end()
  }
}

function readScopes(text: string): Scope[] {
  const words = [...new Set(text.split(',').map((word) => word.trim()))]
  const unknown = words.filter((word) => !scopes.includes(word as Scope))
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`no scope "${unknown[0]}"; the scopes are ${scopes.join(', ')}`)
  }
  return words as Scope[]
}
