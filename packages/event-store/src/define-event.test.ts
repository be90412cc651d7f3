import * as v from 'valibot'
import { expect, test } from 'vitest'
import { defineEvent } from './define-event.ts'
import { InvalidEventError, UnknownEventVersionError } from './errors.ts'

const measured = defineEvent('Measured', v.strictObject({ feet: v.number() }))
  .next(v.strictObject({ metres: v.number() }), ({ feet }) => ({ metres: feet * 0.3048 }))
  .next(v.strictObject({ metres: v.pipe(v.number(), v.minValue(0)), by: v.nullable(v.string()) }), (old) => ({
    ...old,
    by: null,
  }))

const stored = (schemaVersion: number, data: unknown, type = 'Measured') => ({ type, schemaVersion, data })

test.each([
  ['the first version', stored(1, { feet: 1000 }), { metres: 304.8, by: null }],
  ['the second', stored(2, { metres: 3 }), { metres: 3, by: null }],
  ['the present one', stored(3, { metres: 3, by: 'Ann' }), { metres: 3, by: 'Ann' }],
  ['another kind of event', stored(1, { feet: 1 }, 'Weighed'), null],
])('%s is read in the present shape', (_, event, data) => {
  expect(measured.read(event)).toEqual(data)
})

test('a version of a newer program is refused', () => {
  expect(() => measured.read(stored(4, { yards: 1 }))).toThrow(
    new UnknownEventVersionError('Measured is known up to version 3, and the event is of version 4'),
  )
})

test('data that cannot be brought up to date is refused with its faults', () => {
  expect(() => measured.read(stored(1, { feet: -1 }))).toThrow(InvalidEventError)
  expect(() => measured.read(stored(1, { feet: -1 }))).toThrow(
    /^Measured of version 1: metres: Invalid value/,
  )
})

test('data is written in the present shape only, without anything more', () => {
  expect(measured.version).toBe(3)
  expect(() => measured.check({ metres: 1, by: null })).not.toThrow()
  expect(() => measured.check({ feet: 1 })).toThrow(InvalidEventError)
  expect(() => measured.check({ metres: 1, by: null, mood: 'good' })).toThrow(InvalidEventError)
})
