import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPool, migrate, type Pool, startEmbeddedPostgres } from '@muster/postgres'
import { createLogger } from '@muster/runtime'

export type ScratchDatabase = { url: string; pool: Pool; close(): Promise<void> }

/** A migrated database of its own on the embedded PostgreSQL, durable as in production; deleted at the end. */
export async function openScratchDatabase(settings: readonly string[] = []): Promise<ScratchDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'muster-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    database: 'bench',
    settings,
  })
  await migrate(server.url)
  const pool = createPool(server.url, 'bench', createLogger('bench', 'warn'), 40)
  return {
    url: server.url,
    pool,
    async close() {
      await pool.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
