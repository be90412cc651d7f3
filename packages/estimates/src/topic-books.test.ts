import type { Claim } from '@muster/claims'
import type { Transaction } from '@muster/postgres'
import { expect, test } from 'vitest'
import { createTopicBooks } from './topic-books.ts'

const AT = new Date('2024-10-18T12:00:00Z')

const claimOf = (topic: string, position: number): Claim => ({
  ...{ id: `claim-${position}`, articleId: 'article', snapshotHash: '', reportId: `report-${position}` },
  ...{ start: 0, end: 1, low: 1500, high: 1500, qualifier: 'exact', unit: 'personnel', item: 'soldier' },
  ...{ predicate: 'deployed', actor: 'PRK', places: [], placeIds: [], status: 'actual', extent: 'total' },
  ...{ source: 'NIS', origin: 'kor-nis', effectiveDate: null, confidence: 1, topic, outlet: 'outlet' },
  ...{ publishedAt: AT, recordedAt: AT, position, fromPosition: position },
  ...{ untilPosition: null, withdrawnAt: null },
})

test('with too many claims those topics are closed that were not used for longest, and read again when they are', async () => {
  const asked: string[][] = []
  const stored = [claimOf('a', 1), claimOf('a', 2), claimOf('b', 3), claimOf('c', 4)]
  const query = async (_text: string, [topics]: [string[]]) => {
    asked.push(topics)
    return { rows: stored.filter(({ topic }) => topics.includes(topic ?? '')) }
  }
  const tx = { query } as unknown as Transaction
  const books = createTopicBooks(3)
  await books.open(tx, ['a'])
  await books.open(tx, ['b'])
  await books.open(tx, ['a'])
  await books.open(tx, ['c'])
  expect(asked).toEqual([['a'], ['b'], ['c']])
  await books.open(tx, ['a', 'c'])
  expect(asked).toHaveLength(3)
  await books.open(tx, ['b', 'c'])
  expect(asked.slice(3)).toEqual([['b']])
  const [change] = books.fold({ before: null, after: claimOf('b', 5) })
  expect(change).toMatchObject({ topic: 'b', before: { articles: 1 }, after: { articles: 2 } })
})
