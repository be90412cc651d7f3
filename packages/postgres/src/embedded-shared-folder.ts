import { chmod, lstat, mkdir } from 'node:fs/promises'
import { EmbeddedPostgresError } from './embedded-error.ts'

const SHARED_FOLDER = '/var/tmp/muster'

/** Returns root's own folder that `nobody` can reach, for projects below a folder closed to others, such as /root. */
export async function sharedFolder(): Promise<string> {
  await mkdir(SHARED_FOLDER).then(() => chmod(SHARED_FOLDER, 0o755), ignoreExisting)
  // Anybody may create files in /var/tmp, and we are about to run programs from this folder.
  const found = await lstat(SHARED_FOLDER)
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError(
      `${SHARED_FOLDER} was not made by root alone: remove it, or set DATABASE_URL to a running PostgreSQL`,
    )
  }
  return SHARED_FOLDER
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
