import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApi, openApi } from './testing/open-api.ts'

type Operation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  security?: object[]
  responses: Record<string, { description?: string; content?: Record<string, object> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

let api: OpenApi
let document: Document
let operations: [string, Operation][]
beforeAll(async () => {
  api = await openApi()
  document = (await api.call<Document>('GET', '/openapi.json', { key: null })).body
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  )
})
afterAll(() => api.close())

test('the document is valid OpenAPI 3.1', async () => {
  expect(document.openapi).toBe('3.1.0')
  expect(await new Validator().validate(document)).toMatchObject({ valid: true })
})

test('every operation has its own id, a summary, a description, a tag and a problem for a failing server', () => {
  for (const [name, { operationId, summary, description, tags, responses }] of operations) {
    expect([name, Boolean(operationId && summary && description), tags?.length]).toEqual([name, true, 1])
    expect(responses['500']?.content).toHaveProperty(['application/problem+json'])
  }
  const ids = operations.map(([, { operationId }]) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('everything under /v1 names the scope that it wants, and nothing else wants one', () => {
  for (const [name, { security, description }] of operations) {
    const scoped = name.includes(' /v1/')
    expect([name, security !== undefined]).toEqual([name, scoped])
    if (scoped) expect(description).toMatch(/scope `(read|subscribe|operate)`/)
  }
})

test('the problems of a route are described by their types', () => {
  const problems = document.paths['/v1/deltas']?.get?.responses['409']?.description
  expect(problems).toBe(
    '`urn:muster:problem:cursor-diverged`: The cursor belongs to another log, or to a past that was replaced.',
  )
})

test('the index page leads to the reference page, and both load nothing from elsewhere', async () => {
  const index = await api.call<string>('GET', '/', { key: null })
  for (const path of ['/docs', '/openapi.json', '/ops/queues', '/health', '/metrics']) {
    expect(index.body).toContain(`href="${path}"`)
  }
  expect(index.headers['content-security-policy']).toContain("default-src 'self'")
  expect(index.headers['x-content-type-options']).toBe('nosniff')
  const docs = await api.call<string>('GET', '/docs', { key: null })
  expect(docs.status).toBe(200)
  expect(docs.body).not.toMatch(/(src|href)="https?:/)
})
