import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedPostgresError } from './embedded-error.ts'

/** Returns the password of the server whose files are in `folder`; only the first start makes one up. */
export async function serverPassword(folder: string, isFirstStart: boolean): Promise<string> {
  const file = path.join(folder, 'password')
  if (isFirstStart) await makePassword(file)
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `cannot read ${file}, the password of the database beside it: restore it, ` +
        `run as the user who made it, or remove ${folder} to begin with an empty database`,
      { cause },
    )
  }
}

// A link appears with its whole content or not at all, so two first starts agree on one password.
async function makePassword(file: string): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${password}\n`, { mode: 0o600 })
  await link(draft, file).catch(ignoreExisting)
  await rm(draft)
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
