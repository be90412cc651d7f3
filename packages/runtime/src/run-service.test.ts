import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'

const RUN_SERVICE = new URL('./run-service.ts', import.meta.url).href

const SERVES = `
  import { once } from 'node:events'
  import { runService } from '${RUN_SERVICE}'
  const start = async () => {
    const life = setInterval(() => {}, 60_000)
    return { async stop() { clearInterval(life); process.stderr.write('stopped\\n') } }
  }
  const serve = () => runService('service', () => ({ LOG_LEVEL: 'info' }), start)`

// Hands the first thing its service says on, then waits to be killed; the service shares its standard error.
const PARENT = `
  import { spawn } from 'node:child_process'
  const args = ['--import', 'tsx', '--input-type=module', '-e', process.argv[1]]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  child.stdout.resume()
  child.once('message', ({ kind }) => process.stdout.write(kind + ' ' + child.pid))`

let parent: ChildProcess
let service = 0

afterEach(() => {
  parent.kill('SIGKILL')
  try {
    process.kill(service, 'SIGKILL')
  } catch {
    // It has ended, as it should.
  }
})

test('a service whose parent is killed stops, though nobody reads its log any more', async () => {
  const { said, rest } = await killParentOnceSaid(`${SERVES}
    await serve()`)
  expect(said).toBe('ready')
  expect(await rest).toBe('stopped\n')
})

test('a service whose parent was killed before it could notice does not start', async () => {
  const { said, rest } = await killParentOnceSaid(`${SERVES}
    process.send({ kind: 'loading' })
    await once(process, 'disconnect')
    await serve()`)
  expect(said).toBe('loading')
  expect(await rest).toBe('')
})

test('a service whose parent is killed while it starts ends', async () => {
  const { said, rest } = await killParentOnceSaid(`${SERVES}
    await runService('service', () => ({ LOG_LEVEL: 'info' }), () => {
      process.send({ kind: 'starting' })
      return new Promise(() => setInterval(() => {}, 60_000))
    })`)
  expect(said).toBe('starting')
  expect(await rest).toBe('')
})

/** What parent and service say on standard error ends when both of them are gone. */
async function killParentOnceSaid(program: string): Promise<{ said: string; rest: Promise<string> }> {
  parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT, program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const rest = text(parent.stderr as Readable)
  const [chunk] = await once(parent.stdout as Readable, 'data')
  const [said = '', pid] = String(chunk).split(' ')
  service = Number(pid)
  parent.kill('SIGKILL')
  return { said, rest }
}
