import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { extractorVersion } from '@muster/extraction'
import { createPool } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

async function muster(environment: NodeJS.ProcessEnv, ...args: string[]) {
  const options = { env: { ...process.env, ...environment } }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', MAIN, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

test.concurrent('keys create makes a key with scopes and prints it', async () => {
  const DATABASE_URL = await freshDatabase()
  const { code, stdout } = await muster(
    { DATABASE_URL },
    'keys',
    'create',
    '--name',
    'reader',
    '--scopes',
    'read,subscribe',
  )
  expect(code).toBe(0)
  const pool = createPool(DATABASE_URL, 'test', quiet)
  const hash = createHash('sha256').update(stdout.trim()).digest()
  const { rows } = await pool.query('select name, scopes from api_keys where key_hash = $1', [hash])
  await pool.end()
  expect(rows).toEqual([{ name: 'reader', scopes: ['read', 'subscribe'] }])
})

test.concurrent.each([
  [
    { DATABASE_URL: '' },
    ['migrate'],
    /^DATABASE_URL is not set: wanted the address of a PostgreSQL database/,
  ],
  [
    { DATABASE_URL: 'postgres://127.0.0.1:9/x' },
    ['migrate'],
    /^the database at DATABASE_URL does not answer/,
  ],
  [
    { DATABASE_URL: 'postgres://127.0.0.1:9/x' },
    ['keys', 'create', '--name', 'x', '--scopes', 'read'],
    /^the database at DATABASE_URL does not answer/,
  ],
])('what is wrong is said in one line, with exit code 1: %j', async (environment, args, message) => {
  const { code, stderr } = await muster(environment, ...args)
  expect(code).toBe(1)
  expect(stderr).toMatch(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test.concurrent('an unknown scope is named, with those there are', async () => {
  const args = ['keys', 'create', '--name', 'x', '--scopes', 'read,write']
  const { code, stderr } = await muster({}, ...args)
  expect([code, stderr]).toEqual([1, 'no scope "write"; the scopes are read, subscribe, operate\n'])
})

test.concurrent('explain says that a date of publication is none', async () => {
  const { code, stderr } = await muster({}, 'explain', '--published', 'yesterday', 'Some 40 soldiers left.')
  expect([code, stderr]).toEqual([
    1,
    '"yesterday" is no date; wanted a day or an instant, as in 2024-11-04\n',
  ])
})

test.concurrent('extract says that it reads standard input', async () => {
  const { code, stderr } = await muster({}, 'extract', 'articles.jsonl')
  expect([code, stderr]).toEqual([1, 'extract reads standard input, as in: extract < articles.jsonl\n'])
})

test.concurrent('explain shows how a text is read, as lines or as JSON', async () => {
  const text = 'At least 40 Kenyan soldiers were killed.'
  const { code, stdout } = await muster({}, 'explain', text)
  expect([code, stdout]).toEqual([0, expect.stringContaining('    quantity   40 to unbounded, at_least\n')])
  const json = await muster({}, 'explain', '--json', text)
  expect(JSON.parse(json.stdout)).toMatchObject([
    { claims: [{ claim: { low: 40, high: null } }], passed: [] },
  ])
})

test.concurrent.each([
  ['--extractor=rules-0', /^no extractor "rules-0" in this build; it has rules-\d+$/],
  [`--extractor=${extractorVersion}`, /^"soon" is no date; wanted a day or an instant, as in 2024-11-04$/],
])('reextract says plainly what it does not know: %s', async (extractor, message) => {
  const { code, stderr } = await muster({}, 'reextract', extractor, '--since', 'soon')
  expect([code, stderr.trim()]).toEqual([1, expect.stringMatching(message)])
})
