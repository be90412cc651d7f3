import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'

/** Makes the folder that keeps everything and returns its whole path. */
export async function makeHome(folder: string): Promise<string> {
  const home = path.resolve(folder)
  const isNew = (await mkdir(home, { recursive: true })) !== undefined
  // Whatever the umask: when we are root the private database runs as another user, who has to pass through.
  if (isNew) await chmod(home, 0o755)
  return home
}
