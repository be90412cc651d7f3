import { expect, test } from 'vitest'
import { extractClaims } from '../extract-claims.ts'
import { modelDecider } from '../judging/model-decider.ts'
import { findMentions } from '../mentions/find-mentions.ts'
import { readArticle } from '../reading/read-article.ts'
import { readDocument } from '../text/document.ts'
import { repeatOf } from './repeat-of.ts'

test('a count that opens no list is compared without reading the text before it again', () => {
  const text = 'Chad sent 400 soldiers to the border on Monday. '.repeat(50)
  const document = readDocument(null, text)
  const { mentions } = findMentions(document, modelDecider)
  const article = readArticle(document, mentions)
  const claims = extractClaims({ id: 'a', title: null, text, published: null })
  let read = 0
  const tokens = new Proxy(document.tokens, {
    get: (all, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) read += 1
      return Reflect.get(all, key)
    },
  })
  const watched = { ...article, document: { ...document, tokens } }
  const [mention, claim] = [mentions.at(-1), claims.at(-1)]
  if (mention === undefined || claim === undefined) throw new Error('nothing was counted')
  expect(repeatOf(watched, mention, claim, claims.slice(0, -1))).toBeNull()
  expect(read).toBeLessThan(10)
})
