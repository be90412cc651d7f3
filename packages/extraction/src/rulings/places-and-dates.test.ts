import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const places: [string, string[]][] = [
  ['Some 3,000 troops were sent to the Kursk region.', ['Kursk region = RU-KRS']],
  ['France sent 300 soldiers to Niger.', ['Niger = NE']],
  [
    'About 900 US soldiers will go to Romania, Poland and Germany.',
    ['Romania = RO, Poland = PL, Germany = DE'],
  ],
  ['A train with 24,000 shells burned in Tikhoretsk.', ['Tikhoretsk = tikhoretsk']],
  ['India moved 20,000 troops to Ladakh.', ['Ladakh = IN-LA']],
  ['Uganda has 5,000 soldiers in Ituri.', ['Ituri = CD-IT']],
  ['Israel has three divisions in southern Lebanon.', ['southern Lebanon = southern-lebanon']],
  ['The army has 300 tanks.', ['']],
]

test.each(places)('%s', (text, expected) => {
  const write = (names: readonly string[], ids: readonly string[]) =>
    names.map((name, at) => `${name} = ${ids[at]}`).join(', ')
  expect(readRows(text, (claim) => write(claim.places, claim.placeIds))).toEqual(expected)
})

const dates: [string, (string | null)[]][] = [
  ["Another 3,000 troops will arrive by year's end.", ['2025-12-31']],
  ['Some 300 soldiers arrived in January.', ['2025-01-01']],
  ['The army will have 203,000 soldiers by the end of 2031.', ['2031-12-31']],
  ['Five soldiers were killed on 14 February 2024.', ['2024-02-14']],
  ['Five soldiers were killed on Feb. 14.', ['2025-02-14']],
  ['Five soldiers were killed on Sunday.', ['2025-03-02']],
  ['Five soldiers were killed yesterday.', ['2025-03-02']],
  ['Five soldiers were killed.', [null]],
  ['Five soldiers were killed three weeks ago.', ['2025-02-10']],
  ['Five soldiers were killed last month.', ['2025-02-01']],
  ['Five soldiers were killed a year ago.', ['2024-01-01']],
  ['Another 300 soldiers will arrive tomorrow.', ['2025-03-04']],
  ['Another 300 soldiers will arrive on Thursday.', ['2025-03-06']],
  ['Another 300 soldiers will arrive next year.', ['2026-01-01']],
  ['Another 300 soldiers will arrive by the end of April.', ['2025-04-30']],
  ['Another 300 soldiers will arrive by the end of February 2028.', ['2028-02-29']],
  ['By the end of April, 300 more soldiers will arrive.', ['2025-04-30']],
  ['Another 300 soldiers will arrive by the end of next month.', ['2025-04-30']],
  ['Another 300 soldiers will arrive by the end of January.', ['2026-01-31']],
  [
    "About 700 North Korean soldiers have been deployed, with the potential for this number to reach 2,000 by year's end.",
    [null, '2025-12-31'],
  ],
]

test.each(dates)('%s', (text, expected) => {
  expect(readRows(text, ({ effectiveDate }) => effectiveDate as string)).toEqual(expected)
})
