import { readFile } from 'node:fs/promises'
import path from 'node:path'

export type RedisServer = {
  pid: number
  port: number
  password: string
}

/** Reads which server the last run left in `home`; null when there is no such note, or half of one. */
export async function readServer(home: string): Promise<RedisServer | null> {
  try {
    const { pid, port, password } = JSON.parse(await readFile(path.join(home, 'server.json'), 'utf8'))
    return pid > 0 && port > 0 && typeof password === 'string' ? { pid, port, password } : null
  } catch {
    return null
  }
}
