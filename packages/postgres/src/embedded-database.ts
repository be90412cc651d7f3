import pg from 'pg'

const TAKEN = ['42P04', '23505']

/** Creates the database unless it is there. */
export async function createDatabase(serverUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } catch (error) {
    // Another launcher created it in between.
    if (!(error instanceof pg.DatabaseError && TAKEN.includes(error.code ?? ''))) throw error
  } finally {
    await client.end()
  }
}
