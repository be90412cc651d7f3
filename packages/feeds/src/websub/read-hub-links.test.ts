import { expect, test } from 'vitest'
import { readHubLinks } from './read-hub-links.ts'

const URL = 'https://news.example/feeds/all.xml'

test.each<[string, string[], string | null]>([
  [
    '<https://hub.example/>; rel="hub", <https://news.example/all>; rel="self"',
    ['https://hub.example/'],
    'https://news.example/all',
  ],
  ['<https://hub.example/>;rel=hub', ['https://hub.example/'], null],
  ['</hub> ; REL = "Hub preload"; title="a, b; c"', ['https://news.example/hub'], null],
  ['<../self>; type="text/xml"; rel=self', [], 'https://news.example/self'],
  ['<a>; rel=hub, <b>; rel=hub', ['https://news.example/feeds/a', 'https://news.example/feeds/b'], null],
  ['<a>; rel=self, <b>; rel=self', [], 'https://news.example/feeds/a'],
  ['<a>; rel=self; rel=hub', [], 'https://news.example/feeds/a'],
  ['<a>; title="x\\"; rel=hub"; rel=self', [], 'https://news.example/feeds/a'],
  ['<https://x.example/>; rel=hub; anchor="https://other.example/"', [], null],
  ['<mailto:hub@example.org>; rel=hub, <javascript:x>; rel=self', [], null],
  ['<style.css>; rel=stylesheet, broken, <no-end; rel=hub', [], null],
  ['<a>; title="no end; rel=hub', [], null],
  ['', [], null],
])('%s', (header, hubs, self) => {
  expect(readHubLinks(new Headers({ link: header }), URL)).toEqual({ hubs, self })
})

test('without the header nothing is named, and several of them count as one', () => {
  expect(readHubLinks(new Headers(), URL)).toEqual({ hubs: [], self: null })
  const headers = new Headers([
    ['link', '<a>; rel=hub'],
    ['link', '<b>; rel=self'],
  ])
  expect(readHubLinks(headers, URL)).toEqual({
    hubs: ['https://news.example/feeds/a'],
    self: 'https://news.example/feeds/b',
  })
})

test('16 kB of hostile header are read at once', () => {
  const started = process.cpuUsage()
  for (const unit of [' ', '<', '<a>;t="', ';a', '<a>; rel=hub "']) {
    readHubLinks(new Headers({ link: `<a>;x${unit.repeat(16_000 / unit.length)}!` }), URL)
  }
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
})
