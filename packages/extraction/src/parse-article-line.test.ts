import { expect, test } from 'vitest'
import { parseArticleLine } from './parse-article-line.ts'

test('a line with every field is an article', () => {
  expect(parseArticleLine('{"id":"a","title":"T","text":"x","published":"2025-01-02","url":"u"}')).toEqual({
    kind: 'article',
    article: { id: 'a', title: 'T', text: 'x', published: '2025-01-02' },
  })
})

test('title and published may be left out or null', () => {
  expect(parseArticleLine('{"id":"a","text":"x","published":null}')).toEqual({
    kind: 'article',
    article: { id: 'a', title: null, text: 'x', published: null },
  })
})

test.each([
  ['{"id":', 'not valid JSON'],
  ['[1]', 'not a JSON object'],
  ['7', 'not a JSON object'],
  ['{"text":"x"}', '"id" is missing'],
  ['{"id":"a"}', '"text" is missing'],
  ['{"id":1,"text":"x"}', '"id" must be a string'],
  ['{"id":"a","text":null}', '"text" must be a string'],
  ['{"id":"a","text":"x","title":5}', '"title" must be a string or null'],
])('%s is refused', (line, reason) => {
  expect(parseArticleLine(line)).toEqual({ kind: 'invalid', reason })
})
