import { composeNews } from '@muster/testing/compose-news'
import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

const read = (html: string, feedLength = 100, contentType: string | null = 'text/html') =>
  readPage({ body: Buffer.from(html), contentType, feedLength })
const paragraphs = (texts: string[], open = '<p>', close = '</p>'): string =>
  texts.map((each) => open + each + close).join('')
const OTHERS = paragraphs(
  Array.from(
    { length: 40 },
    (_, n) => `Story ${n}, of another place, has so many words that it weighs, and commas, too.`,
  ),
)
const NEWS = composeNews(3)

test('of an article between menus, a sidebar and comments the article is read, whole', () => {
  const page = `<html><head><title>T</title></head><body><nav>${OTHERS}</nav><main><article><h1>T</h1>${paragraphs(NEWS)}</article></main>
    <aside>${OTHERS}</aside><div id="comments">${OTHERS}</div><footer>${OTHERS}</footer></body></html>`
  expect(read(page)).toEqual({ kind: 'text', text: NEWS.join('\n\n') })
})

test('of a page of divs with names that mean nothing all paragraphs are read', () => {
  const page = `<html><body><div class="x1"><div class="q7">${paragraphs(NEWS, '<div class="z9"><p>', '</p></div>')}</div></div></body></html>`
  expect(read(page)).toEqual({ kind: 'text', text: NEWS.join('\n\n') })
})

test('a brief beside a sidebar and comments that are six times as long is read alone', () => {
  const brief = NEWS.slice(0, 3)
  const page = `<html><body><div class="story">${paragraphs(brief)}</div><div class="sidebar">${OTHERS}</div>
    <section class="comments">${OTHERS}</section></body></html>`
  expect(read(page)).toEqual({ kind: 'text', text: brief.join('\n\n') })
})

test('linked data that states less than the feed carried, or is no JSON, is passed over', () => {
  const short = '<script type="application/ld+json">{"articleBody":"Short."}</script>'
  const broken = '<script type="application/ld+json">{"articleBody":"</script>'
  expect(read(`<html><body>${short}${broken}${paragraphs(NEWS)}</body></html>`)).toEqual({
    kind: 'text',
    text: NEWS.join('\n\n'),
  })
})

test('linked data has no characters that a database refuses', () => {
  const articleBody = NEWS.map((each) => each.replace(' ', ' \0\ud800')).join('\n')
  const page = `<script type="application/ld+json">${JSON.stringify({ articleBody })}</script><p>Menu`
  expect(read(page)).toEqual({
    kind: 'text',
    text: NEWS.map((each) => each.replace(' ', ' \ufffd')).join('\n\n'),
  })
})

test('linked data may be HTML', () => {
  const body = JSON.stringify({ articleBody: paragraphs(NEWS) })
  expect(read(`<script type='application/ld+json'>${body}</script><p>Menu`)).toEqual({
    kind: 'text',
    text: NEWS.join('\n\n'),
  })
})

test.each([
  ['a picture', read('\x89PNG', 0, 'image/png'), 'page-not-html'],
  ['3 MB and a byte', read('x'.repeat(3_000_001)), 'page-too-large'],
  ['201 levels', read('<div>'.repeat(201)), 'page-too-deep'],
  ['20,001 elements', read('<br>'.repeat(20_001)), 'page-too-many-nodes'],
  [
    'a list without an end',
    read(`<html><body>${paragraphs(Array(4_000).fill(OTHERS.slice(3, 80)))}`),
    'page-too-long',
  ],
  ['no more than the feed', read(`<html><body><p>${'word '.repeat(20)}</p></body></html>`), 'page-no-longer'],
  ['nothing', read(''), 'page-no-longer'],
])('%s has no text of use', (_, outcome, reason) => {
  expect(outcome).toEqual({ kind: 'no-text', reason })
})
