import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLlmReader } from './create-llm-reader.ts'
import type { LlmSettings } from './llm-settings.ts'

const NOW = new Date('2025-02-14T12:00:00Z')
const TEXT = 'The “Arcadian”  army sent about 400 soldiers to Haiti, and another 12 to Mali.'
const CLAIM = {
  quote: 'about 400 soldiers',
  low: 400,
  high: 400,
  qualifier: 'approximate',
  unit: 'personnel',
  item: 'soldier',
  predicate: 'deployed',
  actor: 'ARC',
  places: ['Haiti'],
  status: 'actual',
  extent: 'total',
  source: null,
}

/** A stand-in for a model: gives the answers it is told, the last of them again and again. */
let answers: ((response: ServerResponse) => void)[]
let asked: { path: string | undefined; headers: IncomingHttpHeaders; body: { model: string } }[]
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  asked.push({
    path: request.url,
    headers: request.headers,
    body: JSON.parse(Buffer.concat(chunks).toString()),
  })
  const answer = answers.length > 1 ? answers.shift() : answers[0]
  answer?.(response)
})

beforeEach(async () => {
  asked = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
)

const status = (code: number) => (response: ServerResponse) => void response.writeHead(code).end('no')
const body = (value: string) => (response: ServerResponse) => void response.writeHead(200).end(value)
const content = (written: string) => body(JSON.stringify({ choices: [{ message: { content: written } }] }))
const claims = (...list: unknown[]) => content(JSON.stringify({ claims: list }))

function read(settings: Partial<LlmSettings>, ...given: typeof answers) {
  answers = given
  const { port } = server.address() as AddressInfo
  const reader = createLlmReader({
    provider: 'openai',
    url: `http://127.0.0.1:${port}/v1`,
    key: 'k',
    model: 'm',
    timeoutMs: 20_000,
    attempts: 2,
    requestsPerHour: 10,
    tokensPerHour: 1_000_000,
    ...settings,
  })
  return reader.read(TEXT, NOW)
}

test('a claim gets the offsets of its quote', async () => {
  expect(await read({}, claims(CLAIM))).toEqual({
    kind: 'read',
    claims: [
      {
        ...CLAIM,
        start: 26,
        end: 44,
        placeIds: ['haiti'],
        origin: null,
        effectiveDate: null,
        confidence: 0.7,
      },
    ],
    dropped: { schema: 0, quote: 0, number: 0, overlap: 0 },
  })
  expect(asked[0]).toMatchObject({
    path: '/v1/chat/completions',
    headers: { authorization: 'Bearer k' },
    body: { model: 'm' },
  })
})

test('a quote with other spaces and marks is found, and given as the text has it', async () => {
  const reading = await read({}, claims({ ...CLAIM, quote: '"Arcadian" army sent about 400 soldiers' }))
  expect(reading).toMatchObject({ claims: [{ quote: '“Arcadian”  army sent about 400 soldiers', start: 4 }] })
})

test.each([
  ['a quote that is not in the text', { quote: 'about 900 soldiers', low: 900, high: 900 }, 'quote'],
  ['an empty quote', { quote: ' ' }, 'quote'],
  ['a number that its quote does not have', { low: 4000, high: 4000 }, 'number'],
  ['bounds the wrong way round', { low: 400, high: 12 }, 'number'],
  ['no bounds', { low: null, high: null }, 'number'],
  ['an unknown predicate', { predicate: 'vanished' }, 'schema'],
  ['a number in words', { low: '400' }, 'schema'],
])('%s is dropped and counted', async (_, said, counted) => {
  const reading = await read(
    {},
    claims({ ...CLAIM, ...said }, { ...CLAIM, quote: 'another 12', low: 12, high: 12 }),
  )
  expect(reading).toMatchObject({
    kind: 'read',
    claims: [{ quote: 'another 12' }],
    dropped: { [counted]: 1 },
  })
})

test('the same claim twice is one', async () => {
  const reading = await read({}, claims(CLAIM, CLAIM))
  expect(reading).toMatchObject({ claims: [{ start: 26 }], dropped: { quote: 1 } })
})

test.each([
  ['no JSON in the answer', content('Here you are: {'), 'malformed'],
  ['JSON without claims', content('{"numbers": []}'), 'malformed'],
  ['a reply of another shape', body('{"choices": []}'), 'malformed'],
  ['a reply that is a page', body('<html>'), 'malformed'],
  ['a refusal', status(401), 'refused'],
  ['an endless answer', body('x'.repeat(1_000_001)), 'too-large'],
])('%s is no reading', async (_, answer, kind) => {
  expect(await read({}, answer)).toMatchObject({ kind })
  expect(asked).toHaveLength(1)
})

test.each([429, 500, 503])('status %d is tried again', async (code) => {
  expect(await read({}, status(code), claims(CLAIM))).toMatchObject({ kind: 'read' })
  expect(asked).toHaveLength(2)
})

test('what stays unavailable is given up after the last attempt', async () => {
  expect(await read({}, status(500))).toEqual({ kind: 'unavailable', detail: 'status 500' })
  expect(asked).toHaveLength(2)
})

test('a model that does not answer in time is unavailable', async () => {
  expect(await read({ timeoutMs: 200, attempts: 1 }, () => {})).toMatchObject({ kind: 'unavailable' })
})

test('when the budget of requests or tokens is spent nothing is asked', async () => {
  expect(await read({ requestsPerHour: 0 }, claims(CLAIM))).toEqual({ kind: 'budget-spent' })
  expect(await read({ tokensPerHour: 100 }, claims(CLAIM))).toEqual({ kind: 'budget-spent' })
  expect(asked).toHaveLength(0)
})

test('a budget is whole again an hour later', async () => {
  answers = [claims(CLAIM)]
  const { port } = server.address() as AddressInfo
  const reader = createLlmReader({
    provider: 'openai',
    url: `http://127.0.0.1:${port}`,
    key: 'k',
    model: 'm',
    timeoutMs: 20_000,
    attempts: 1,
    requestsPerHour: 1,
    tokensPerHour: 1_000_000,
  })
  const kinds = []
  for (const minutes of [0, 59, 61])
    kinds.push((await reader.read(TEXT, new Date(NOW.getTime() + minutes * 60_000))).kind)
  expect(kinds).toEqual(['read', 'budget-spent', 'read'])
})

test('Anthropic is asked by its own shape', async () => {
  const answer = {
    content: [
      { type: 'text', text: '…' },
      { type: 'tool_use', input: { claims: [CLAIM] } },
    ],
  }
  expect(await read({ provider: 'anthropic' }, body(JSON.stringify(answer)))).toMatchObject({
    claims: [{ start: 26 }],
  })
  expect(asked[0]).toMatchObject({ path: '/v1/messages', headers: { 'x-api-key': 'k' } })
})
