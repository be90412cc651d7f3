import { explainText } from '@muster/extraction'
import { expect, test } from 'vitest'
import { explanationLines } from './explanation-lines.ts'

const lines = (text: string) =>
  explainText({ title: null, text, published: null }).flatMap((sentence) => explanationLines(sentence))

test('a claim is shown field by field, with its grounds, and other numbers with theirs', () => {
  expect(lines('At 08:00 some 400 Kenyan soldiers landed in Haiti, 12 km from here.')).toEqual([
    '“At 08:00 some 400 Kenyan soldiers landed in Haiti, 12 km from here.”',
    expect.stringContaining(' 08:00[code] some 400[number] Kenyan[item, actor] '),
    '  claim: “some 400 Kenyan soldiers”',
    '    quantity   400 to 400, approximate',
    '    counted    soldier, personnel',
    '    predicate  deployed, from “landed in” (land in) after the count, 0 away',
    '    actor      KEN, named with the count',
    '    status     actual',
    '    extent     total',
    '    source     the article itself',
    '    places     Haiti (HT)',
    '    date       none',
    expect.stringMatching(/^ {4}confidence 0\.\d+$/),
    '  no claim: “08:00” – a time, an ordinal or a name with digits',
    '  no claim: “12” – a measure: distance, time, share, weight',
    '',
  ])
})

test('a sentence without numbers says so', () => {
  expect(lines('It rained.').slice(2)).toEqual(['  no number', ''])
})
