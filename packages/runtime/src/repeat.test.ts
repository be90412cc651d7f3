import { eventually, quiet } from '@muster/testing'
import { expect, test } from 'vitest'
import { repeat } from './repeat.ts'

test('a run is not begun before the last one ended, and none after stop', async () => {
  const seen: string[] = []
  const repeater = repeat('count', 0, quiet, async () => {
    seen.push('begin')
    await new Promise((resolve) => setImmediate(resolve))
    seen.push('end')
    return seen.length < 6 ? 'again' : 'rest'
  })
  await eventually('three runs', async () => seen.length >= 6)
  await repeater.stop()
  const before = [...seen]
  expect(before.slice(0, 6)).toEqual(['begin', 'end', 'begin', 'end', 'begin', 'end'])
  await new Promise((resolve) => setImmediate(resolve))
  expect(seen).toEqual(before)
})

test('a run that does not end is let go', async () => {
  const repeater = repeat('hang', 0, quiet, () => new Promise(() => {}))
  await repeater.stop()
})

test('a task that rests until it is woken runs once for each time', async () => {
  const wakers: (() => void)[] = []
  let runs = 0
  const repeater = repeat(
    'wait',
    () => new Promise((resolve) => wakers.push(resolve)),
    quiet,
    async () => {
      runs++
      return 'rest'
    },
  )
  await eventually('the first rest', async () => wakers.length === 1)
  expect(runs).toBe(1)
  wakers[0]?.()
  await eventually('the second rest', async () => wakers.length === 2)
  expect(runs).toBe(2)
  const stopped = repeater.stop()
  wakers[1]?.()
  await stopped
})
