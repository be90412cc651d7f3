import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { serverAccount } from './embedded-account.ts'
import { findBinaries } from './embedded-binaries.ts'
import { checkOwner } from './embedded-owner.ts'
import { serverPassword } from './embedded-password.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

// Each test makes a database anew, seconds of work for a busy machine.
vi.setConfig({ testTimeout: 90_000 })

let folder: string
let started: EmbeddedPostgres[]
let children: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-postgres-'))
  await chmod(folder, 0o755)
  started = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await started.at(-1)?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('data outlives a stop, and a second stop is fine', async () => {
  const first = await start()
  await query(first.url, 'create table kept as select 42 as n')
  await first.stop()
  await first.stop()
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 42 }])
})

test('a server whose launcher was killed is adopted', async () => {
  const launcher = startInAnotherProcess()
  const [url] = await once(launcher.stdout, 'data')
  launcher.kill('SIGKILL')
  const adopted = await start()
  expect(adopted.adopted).toBe(true)
  expect(adopted.url).toBe(String(url).trim())
})

test('a killed server is started again, with what it had committed', async () => {
  const first = await start()
  await query(first.url, 'create table kept as select 42 as n')
  process.kill(await serverPid(), 'SIGKILL')
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 42 }])
})

test('a killed server counts as stopped', async () => {
  const server = await start()
  process.kill(await serverPid(), 'SIGKILL')
  await server.stop()
})

test('a lock file that names a stranger is no hindrance', async () => {
  const first = await start()
  const lock = await readFile(lockFile(), 'utf8')
  await first.stop()
  const stranger = spawn('sleep', ['600'], { ...serverAccount() })
  children.push(stranger)
  await writeFile(lockFile(), lock.replace(/^\d+/, String(stranger.pid)))
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('two first starts at once end in one server', async () => {
  const both = await Promise.all([start(), start()])
  expect(both[0].url).toBe(both[1].url)
  expect(both.map(({ adopted }) => adopted).sort()).toEqual([false, true])
})

test('a server that cannot start says why', async () => {
  await expect(start(['shared_buffers=plenty'])).rejects.toThrow(
    /did not start.*invalid value for parameter "shared_buffers": "plenty"/s,
  )
})

test('a lost password is named, with what to do', async () => {
  await expect(serverPassword(folder, false)).rejects.toThrow(/cannot read .*password.*restore it/)
})

test.runIf(process.getuid?.() === 0)('data of another user is named as such', async () => {
  await chown(folder, 4321, 4321)
  await expect(checkOwner(folder)).rejects.toThrow(/was made by the user with id 4321: start as that user/)
})

test('a platform without binaries is named', async () => {
  await expect(findBinaries('linux-s390x')).rejects.toThrow(
    /no private PostgreSQL for linux-s390x .* set DATABASE_URL/,
  )
})

async function start(settings: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    database: 'muster',
    settings,
  })
  started.push(server)
  return server
}

function startInAnotherProcess() {
  const module = new URL('./embedded-postgres.ts', import.meta.url)
  const script = `
    import { startEmbeddedPostgres } from '${module}'
    const { url } = await startEmbeddedPostgres({ folder: '${path.join(folder, 'postgres')}', database: 'muster' })
    console.log(url)
    setInterval(() => {}, 60_000)`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const launcher = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(launcher)
  return launcher
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(lockFile(), 'utf8'), 10)
}

function lockFile(): string {
  return path.join(folder, 'postgres/data/postmaster.pid')
}
