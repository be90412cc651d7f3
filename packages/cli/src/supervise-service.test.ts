import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReporter } from './reporter.ts'
import { openServiceLog, type ServiceLog } from './service-log.ts'
import { type Service, superviseService } from './supervise-service.ts'

const SERVES = `
  process.on('disconnect', () => process.exit(0))
  process.on('SIGTERM', () => process.exit(0))
  process.send({ kind: 'ready' })`

let folder: string
let log: ServiceLog
let lines: string[]
let services: Service[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-service-'))
  lines = []
  services = []
  log = await openServiceLog(path.join(folder, 'logs/service.log'), (text) => lines.push(`warning: ${text}`))
})

afterEach(async () => {
  for (const service of services) await service.stop(AbortSignal.abort())
  await log.close()
  await rm(folder, { recursive: true })
})

test('a service that is killed is started again', async () => {
  const service = await supervise(SERVES)
  await service.ready
  const first = service.pid() ?? 0
  process.kill(first, 'SIGKILL')
  await expect.poll(() => lines).toEqual(['  ! service ended (SIGKILL); starting it again in 1 s'])
  await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toBe('  ✓ service is running again')
  expect(service.pid()).not.toBe(first)
})

test('a service that ends before it serves is reported with the end of its log', async () => {
  const service = await supervise(`
    console.error('the configuration is wrong')
    process.exit(78)`)
  await expect(service.ready).rejects.toThrow(
    /service did not start \(exit code 78\); the end of .*service\.log:\n {4}the configuration is wrong$/,
  )
})

test('a service that is killed before it serves is started again', async () => {
  const marker = path.join(folder, 'killed-once')
  const service = await supervise(`
    import { existsSync, writeFileSync } from 'node:fs'
    if (!existsSync('${marker}')) {
      writeFileSync('${marker}', '')
      process.kill(process.pid, 'SIGKILL')
    }
    ${SERVES}`)
  await service.ready
  expect(lines).toEqual(['  ! service ended (SIGKILL) before it served; starting it again in 1 s'])
})

test('a service that is killed before it serves each time is given up at the third', async () => {
  const service = await supervise(`
    console.error('began')
    process.kill(process.pid, 'SIGKILL')`)
  await expect(service.ready).rejects.toThrow(
    /service did not start \(SIGKILL\); the end of .*service\.log:\n {4}began\n {4}began\n {4}began$/,
  )
})

test('a service that does not end when asked is killed when it must be quick', async () => {
  const service = await supervise(`
    process.on('SIGTERM', () => {})
    setInterval(() => {}, 60_000)
    process.send({ kind: 'ready' })`)
  await service.ready
  await service.stop(AbortSignal.abort())
  expect(() => process.kill(service.pid() ?? 0, 0)).toThrow('ESRCH')
})

test('all that it says goes to its log, warnings also to the terminal', async () => {
  const service = await supervise(`
    console.log(JSON.stringify({ level: 30, msg: 'feed polled' }))
    console.log(JSON.stringify({ level: 40, msg: 'poll failed', err: { message: 'no answer' } }))
    console.log(JSON.stringify({ level: 40, msg: 'poll failed', err: { message: 'no answer' } }))
    ${SERVES}`)
  await service.ready
  await expect.poll(() => readFile(log.file, 'utf8').then((text) => text.split('\n').length)).toBe(4)
  expect(lines).toEqual(['warning: warn poll failed: no answer'])
})

async function supervise(program: string): Promise<Service> {
  const entry = path.join(folder, 'service.mjs')
  await writeFile(entry, program)
  const output = { write: (text: string) => lines.push(text.trimEnd()) }
  const reporter = createReporter(output)
  const service = superviseService({ name: 'service', entry, environment: process.env, log }, reporter)
  services.push(service)
  return service
}
