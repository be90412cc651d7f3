import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import data from '../../data/word-classes.json' with { type: 'json' }
import { tokenise } from '../text/tokenise.ts'
import { InvalidDataError } from './invalid-data-error.ts'
import { loadData } from './load-data.ts'
import { WordClassesSchema } from './schemas.ts'
import { endsLikeOneOf, holdsOneOf, isOneOf, someOf, startsLikeOneOf, wordClass } from './word-classes.ts'

test('a token is of a class whether it has a capital or not', () => {
  const tokens = tokenise('Drills near the drillship')
  expect(tokens.map((token) => isOneOf(token, wordClass('exercise')))).toEqual([true, false, false, false])
})

test('nothing beyond the text is of a class', () => {
  const tokens = tokenise('drills')
  expect(isOneOf(tokens[1], wordClass('exercise'))).toBe(false)
  expect(someOf(tokens, 1, 9, wordClass('exercise'))).toBe(false)
})

test('a run of tokens is looked through up to its end', () => {
  const tokens = tokenise('troops and then drills')
  expect(someOf(tokens, 0, 3, wordClass('exercise'))).toBe(false)
  expect(someOf(tokens, 0, 4, wordClass('exercise'))).toBe(true)
})

test('verbs count in all their forms', () => {
  const tokens = tokenise('withdraw withdraws withdrew withdrawn withdrawing')
  expect(tokens.every((token) => isOneOf(token, wordClass('leaving')))).toBe(true)
})

test('a word may be held, begun or ended by one of a class', () => {
  expect(holdsOneOf('two coastguard cutters', wordClass('civil-ship'))).toBe(true)
  expect(startsLikeOneOf('year-old', wordClass('hyphened-measure'))).toBe(true)
  expect(endsLikeOneOf('cruise missile', wordClass('munition'))).toBe(true)
  expect(endsLikeOneOf('missile launcher', wordClass('munition'))).toBe(false)
})

test.each([
  [{ words: ['Drill'] }, 'words are written in lower case'],
  [{ words: [''] }, 'none is empty'],
  [{}, 'a class needs words or verbs'],
  [{ words: ['drill'], verb: ['drill'] }, 'Invalid key'],
])('%j is no class', (lists, message) => {
  const wrong = { fighting: { exercise: { note: 'an exercise', ...lists } } }
  expect(() => loadData('word-classes.json', WordClassesSchema, wrong)).toThrow(InvalidDataError)
  expect(() => loadData('word-classes.json', WordClassesSchema, wrong)).toThrow(message)
})

test('a class that the data file lacks is named', () => {
  expect(() => wordClass('unheard-of' as 'exercise')).toThrow('there is no class "unheard-of"')
})

test('every class of the data file is asked for, and holds no word twice', () => {
  const source = new URL('..', import.meta.url)
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\w\.ts$/.test(file),
  )
  const code = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, source)))
  const classes = Object.values(data).flatMap((heading) =>
    Object.entries(heading as Record<string, { words?: string[]; verbs?: string[] }>),
  )
  const all = code.join('\n')
  expect(classes.map(([name]) => name).filter((name) => !all.includes(`wordClass('${name}')`))).toEqual([])
  const repeating = classes.filter(
    ([, { words = [], verbs = [] }]) => new Set([...words, ...verbs]).size < words.length + verbs.length,
  )
  expect(repeating.map(([name]) => name)).toEqual([])
})
