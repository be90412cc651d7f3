import { afterEach, expect, test } from 'vitest'
import { createPageReader, type PageReader } from './create-page-reader.ts'

const AGENT = 'Muster/0.1 (feed reader)'
const ROBOTS = 'https://news.example/robots.txt'
const PAGE = {
  body: Buffer.from('<html><body><p>About 3,000 soldiers left.</p></body></html>'),
  contentType: 'text/html',
  feedLength: 3,
}

let reader: PageReader | undefined
afterEach(() => reader?.stop())

test('pages and robots.txt are read in one thread', async () => {
  reader = createPageReader()
  const rules = 'User-agent: *\nDisallow: /\n\nUser-agent: Muster\nDisallow: /private\nAllow: /private/news'
  const verdicts = ['/one', '/private/one', '/private/news/one'].map((path) =>
    reader?.allows(ROBOTS, rules, `https://news.example${path}`, AGENT),
  )
  expect(await Promise.all(verdicts)).toEqual([true, false, true])
  expect(await reader.read(PAGE)).toEqual({ kind: 'text', text: 'About 3,000 soldiers left.' })
})

test('a page over the limit comes to parse-timeout and rules over it allow nothing, each with a fresh thread', async () => {
  reader = createPageReader({ limitMs: 0 })
  const body = Buffer.from(`<html><body>${'<p>One, two, three.</p>'.repeat(15_000)}</body></html>`)
  expect(await reader.read({ ...PAGE, body })).toEqual({ kind: 'parse-timeout', reason: 'over 0 ms' })
  const rules = `User-agent: *\n${`Disallow: /${'*a'.repeat(900)}b\n`.repeat(280)}`
  expect(await reader.allows(ROBOTS, rules, `https://news.example/${'a'.repeat(1_900)}`, AGENT)).toBe(false)
})
