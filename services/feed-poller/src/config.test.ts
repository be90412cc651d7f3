import { userAgentOf } from '@muster/feeds'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const DATABASE = { DATABASE_URL: 'postgres://u@h/d' }

test('what is not set has sensible values', () => {
  expect(readConfig(DATABASE)).toMatchObject({
    POLL_CONCURRENCY: 32,
    POLL_INTERVAL_FLOOR: 60,
    POLL_SPACING_MS: 2000,
  })
  expect(userAgentOf(readConfig(DATABASE))).toBe('Muster/0.1 (feed reader)')
})

test('the User-Agent names where to find out more', () => {
  const config = readConfig({ ...DATABASE, CONTACT_URL: 'https://news.example/reader' })
  expect(userAgentOf(config)).toBe('Muster/0.1 (+https://news.example/reader)')
})

test.each([
  ['POLL_INTERVAL_FLOOR', '59'],
  ['POLL_SPACING_MS', '-1'],
  ['CONTACT_URL', 'https://news.example/ (us)'],
  ['PUBLIC_URL', 'muster.example'],
  ['OPERATOR_WEBHOOK', 'ops@muster.example'],
  ['OPERATOR_WEBHOOK_SECRET', 'secret'],
])('%s is refused as "%s"', (name, value) => {
  expect(() => readConfig({ ...DATABASE, [name]: value })).toThrow(name)
})
