import { captureEntry } from '@muster/articles'
import { addFeed } from '@muster/feeds'
import { createPool } from '@muster/postgres'
import { freshDatabase, quiet, startReceiver } from '@muster/testing'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { createExtractor } from './create-extractor.ts'
import { extractJob } from './extract-job.ts'

const NOW = new Date('2025-02-14T12:00:00Z')

test('what a model does not read is read by the rules, and the events say so', async () => {
  const DATABASE_URL = await freshDatabase()
  const pool = createPool(DATABASE_URL, 'test', quiet)
  const model = await startReceiver()
  model.answerWith(401)
  const config = readConfig({
    DATABASE_URL,
    EXTRACTOR: 'llm',
    LLM_URL: model.url,
    LLM_KEY: 'k',
    LLM_MODEL: 'm',
  })
  const { feed } = await addFeed(pool, { url: 'https://a.example/feed', outlet: 'A' }, NOW)
  const text = 'Kenya sent 400 soldiers to Haiti.'
  const entry = { id: '1', link: null, title: null, text, publishedAt: NOW, outlet: null }
  const captured = await captureEntry(pool, feed, entry, NOW)
  const articleId = captured.kind === 'empty' ? '' : captured.articleId
  await extractJob(pool, quiet, createExtractor(config, quiet), { articleId })
  const { rows } = await pool.query(`select metadata from events where type = 'ClaimRecorded'`)
  await Promise.all([pool.end(), model.close()])
  expect(rows).toEqual([
    {
      metadata: expect.objectContaining({
        extractor: expect.stringMatching(/^(?!llm)/),
        insteadOf: 'llm:openai:m:prompt-1',
        because: 'refused',
      }),
    },
  ])
  expect(model.requests).toHaveLength(1)
})

test('a model without an address is refused at start, and without EXTRACTOR there is none', () => {
  const DATABASE_URL = 'postgres://localhost/none'
  expect(() => createExtractor(readConfig({ DATABASE_URL, EXTRACTOR: 'llm' }), quiet)).toThrow(
    'EXTRACTOR=llm needs LLM_URL, LLM_KEY and LLM_MODEL',
  )
  expect(createExtractor(readConfig({ DATABASE_URL }), quiet).version).not.toMatch(/^llm/)
})
