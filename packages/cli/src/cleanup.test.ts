import { expect, test } from 'vitest'
import { createCleanup } from './cleanup.ts'

test('the last is undone first, a failure stops none of the others, and nothing is undone twice', async () => {
  const seen: string[] = []
  const cleanup = createCleanup((error) => seen.push(String(error)))
  cleanup.add(async () => void seen.push('first'))
  cleanup.add(async () => {
    throw new Error('second')
  })
  cleanup.add(async () => void seen.push('third'))
  await cleanup.run()
  await cleanup.run()
  expect(seen).toEqual(['third', 'Error: second', 'first'])
})
