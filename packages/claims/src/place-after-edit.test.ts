import { expect, test } from 'vitest'
import { placeAfterEdit } from './place-after-edit.ts'

const span = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

test.each([
  ['behind an insertion', 'Of 40 men 3 died.', 'Of the 40 men 3 died.', '3 died', '3 died'],
  ['before an insertion', 'Of 40 men 3 died.', 'Of 40 men 3 have died.', '40 men', '40 men'],
  ['around a changed number', 'Some 10,000 men came.', 'Some 9,000 men came.', '10,000 men', '9,000 men'],
  ['at the end of a longer text', '3 died', 'On Monday 3 died', '3 died', '3 died'],
  ['in a text that was not changed', 'Of 40 men 3 died.', 'Of 40 men 3 died.', '3 died', '3 died'],
])('a stretch %s', (_, before, after, words, then) => {
  expect(placeAfterEdit(before, after)(span(before, words))).toEqual(span(after, then))
})

test('between two changes a stretch is looked for where it was', () => {
  const place = placeAfterEdit('Of 40 men 3 died.', 'From 40 men 3 came.')
  expect(place({ start: 3, end: 9 })).toEqual({ start: 3, end: 9 })
})
