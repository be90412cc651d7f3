import { expect, test } from 'vitest'
import { spareRepeats } from './spare-repeats.ts'

test('messages that take turns are shown once each', () => {
  const seen: string[] = []
  const output = spareRepeats((text) => seen.push(text), 60_000)
  for (const text of ['no redis', 'no queue', 'no redis', 'no queue']) output.write(text)
  output.close()
  expect(seen).toEqual(['no redis', 'no queue'])
})

test('repetitions are shown as one, with their number', async () => {
  const seen: string[] = []
  const output = spareRepeats((text) => seen.push(text), 50)
  for (const text of ['no redis', 'no redis', 'no redis']) output.write(text)
  await expect.poll(() => seen).toEqual(['no redis', 'no redis (2 more in 0.05 s)'])
  output.close()
})
