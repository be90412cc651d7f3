import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type PrivateRedis, startPrivateRedis } from './private-redis.ts'
import { findRedisProgram } from './private-redis-find.ts'

type Started = Extract<PrivateRedis, { kind: 'started' }>

let folder: string
let started: Started[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-redis-'))
  started = []
})

afterEach(async () => {
  await started.at(-1)?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('without a program on PATH there is none', async () => {
  const PATH = process.env.PATH
  process.env.PATH = ''
  try {
    expect(await startPrivateRedis({ folder })).toEqual({ kind: 'not-found' })
  } finally {
    process.env.PATH = PATH
  }
})

describe.skipIf((await findRedisProgram()) === null)('where Redis or Valkey is installed', () => {
  test('it asks for the password, keeps nothing on disk and drops no key', async () => {
    const { url } = await start()
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), (redis) => redis.ping())).rejects.toThrow(
      /WRONGPASS/,
    )
    expect(await ask(url, (redis) => redis.config('GET', 'maxmemory-policy'))).toContain('noeviction')
    expect(await ask(url, (redis) => redis.config('GET', 'save'))).toEqual(['save', ''])
    expect((await stat(path.join(folder, 'redis.conf'))).mode & 0o777).toBe(0o600)
    expect((await stat(path.join(folder, 'server.json'))).mode & 0o777).toBe(0o600)
  })

  test('a server whose launcher was killed is adopted', async () => {
    const launcher = startInAnotherProcess()
    const [url] = await once(launcher.stdout, 'data')
    launcher.kill('SIGKILL')
    const redis = await start()
    expect(redis.adopted).toBe(true)
    expect(redis.url).toBe(String(url).trim())
  })

  test('a killed server is replaced', async () => {
    const first = await start()
    process.kill(await serverPid(), 'SIGKILL')
    await gone(first.url)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, (redis) => redis.ping())).toBe('PONG')
  })

  test('a server that is killed is noticed and started again where it was', async () => {
    const redis = await start()
    const gone = redis.gone(new AbortController().signal)
    process.kill(await serverPid(), 'SIGKILL')
    await gone
    await redis.restart()
    expect(await ask(redis.url, (client) => client.ping())).toBe('PONG')
    const pid = await serverPid()
    await redis.restart()
    expect(await serverPid()).toBe(pid)
  })

  test('a server whose port was taken meanwhile cannot be started again, which is said', async () => {
    const redis = await start()
    process.kill(await serverPid(), 'SIGKILL')
    await gone(redis.url)
    const stranger = createServer().listen(Number(new URL(redis.url).port), '127.0.0.1')
    await once(stranger, 'listening')
    await expect(redis.restart()).rejects.toThrow(/did not start[\s\S]*Address already in use/)
    stranger.close()
  })

  test('the wait for its end can be given up', async () => {
    const redis = await start()
    await redis.gone(AbortSignal.abort())
    expect(await ask(redis.url, (client) => client.ping())).toBe('PONG')
  })

  test('a note that names the server of another folder is ignored', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'muster-redis-'))
    const other = await startPrivateRedis({ folder: elsewhere })
    try {
      await writeFile(path.join(folder, 'server.json'), await readFile(path.join(elsewhere, 'server.json')))
      expect((await start()).adopted).toBe(false)
    } finally {
      if (other.kind === 'started') await other.stop()
      await rm(elsewhere, { recursive: true })
    }
  })

  test('half a note is ignored', async () => {
    await writeFile(path.join(folder, 'server.json'), '{"pid":1')
    expect((await start()).adopted).toBe(false)
  })

  test('stop ends it and removes the password', async () => {
    const redis = await start()
    await redis.stop()
    await gone(redis.url)
    await expect(access(path.join(folder, 'redis.conf'))).rejects.toThrow('ENOENT')
    await redis.stop()
  })
})

async function start(): Promise<Started> {
  const redis = await startPrivateRedis({ folder })
  if (redis.kind !== 'started') throw new Error('no Redis on PATH')
  started.push(redis)
  return redis
}

function startInAnotherProcess() {
  const module = new URL('./private-redis.ts', import.meta.url)
  const script = `
    import { startPrivateRedis } from '${module}'
    const { url } = await startPrivateRedis({ folder: '${folder}' })
    console.log(url)
    setInterval(() => {}, 60_000)`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function ask<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { retryStrategy: null, maxRetriesPerRequest: 0 })
  redis.on('error', () => {})
  try {
    return await question(redis)
  } finally {
    redis.disconnect()
  }
}

async function serverPid(): Promise<number> {
  return JSON.parse(await readFile(path.join(folder, 'server.json'), 'utf8')).pid
}

async function gone(url: string): Promise<void> {
  const answers = () =>
    ask(url, (redis) => redis.ping()).then(
      () => true,
      () => false,
    )
  await expect.poll(answers).toBe(false)
}
