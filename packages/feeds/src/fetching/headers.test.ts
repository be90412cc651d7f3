import { expect, test } from 'vitest'
import { domainOf } from './domain-of.ts'
import { freshSeconds } from './fresh-seconds.ts'
import { readRetryAfter } from './read-retry-after.ts'

const NOW = new Date('2024-10-23T08:00:00Z')

test.each([
  ['120', '2024-10-23T08:02:00.000Z'],
  ['Wed, 23 Oct 2024 09:00:00 GMT', '2024-10-23T09:00:00.000Z'],
  ['Wed, 23 Oct 2024 07:00:00 GMT', '2024-10-23T08:00:00.000Z'],
  ['99999999', '2024-10-25T08:00:00.000Z'],
  ['Thu, 01 Jan 2099 00:00:00 GMT', '2024-10-25T08:00:00.000Z'],
  ['soon', undefined],
  ['', undefined],
])('Retry-After "%s" is %s', (header, at) => {
  expect(readRetryAfter(header, NOW)?.toISOString()).toBe(at)
})

test.each<[Record<string, string>, number | null]>([
  [{ 'cache-control': 'public, max-age=900' }, 900],
  [{ 'cache-control': 'max-age="900"', age: '100' }, 800],
  [{ 'cache-control': 'max-age=60', age: '100' }, 0],
  [{ 'cache-control': 's-maxage=900' }, null],
  [{ 'cache-control': 'no-cache, max-age=900' }, null],
  [{}, null],
])('%j stays fresh for %s seconds', (headers, seconds) => {
  expect(freshSeconds(new Headers(headers))).toBe(seconds)
})

test.each([
  ['https://feeds.bbc.co.uk/news', 'bbc.co.uk', true],
  ['https://someone.github.io/rss', 'someone.github.io', true],
  ['https://news.example.com:8443/rss', 'example.com', true],
  ['http://127.0.0.1:8080/rss', '127.0.0.1:8080', false],
  ['http://[::1]:8080/rss', '[::1]:8080', false],
  ['http://localhost/rss', 'localhost', false],
  ['http://feeds.intranet/rss', 'feeds.intranet', false],
])('the domain of %s is %s', (url, name, isPublic) => {
  expect(domainOf(url)).toEqual({ name, isPublic })
})
