import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOfText } from '../hash-of-text.ts'
import { findReport } from './find-report.ts'

const AGENCY = [
  'Orvenia has moved a motorised brigade of some 3,200 soldiers to the eastern bank of the Tolva within the last week, two western officials said on Monday, in what would be the largest shift of its forces since the summer.',
  'The brigade, which was kept in reserve near the capital until October, has brought at least forty tanks and two batteries of howitzers, according to the officials, who asked not to be named because they were speaking of intelligence.',
  'A spokeswoman of the defence ministry in Lesko said the movement was part of an exercise that had been announced in spring and would end before the first snow.',
  'Residents of the river towns told of columns that passed through at night with their lights off, and of a ferry that had been closed to all but military traffic since Thursday.',
  '“We counted sixty lorries and then gave up,” said Ana Petrik, who keeps an inn beside the landing at Marn.',
  'Analysts were divided over what the brigade was there for: one thought it too weak to cross the river, another that it was to relieve units which had lost a third of their men.',
]
const BACKGROUND =
  'The war began in March of last year, when troops crossed the border at three places. An armistice in autumn held for six weeks. Since then the front has hardly moved, while both sides have called up reservists and neither has published its losses; the United Nations speaks of at least nineteen thousand dead.'
const HARBOUR = [
  'The port of Belgrava will take no more grain ships from Friday, its harbour master said, after a drone set fire to two cranes and a store of fertiliser on the northern quay.',
  'Insurers doubled what they ask for a voyage to the gulf within hours, and three freighters that lay at anchor turned back to sea before noon.',
  'Farmers of the plain, who sell nine tenths of their wheat through the port, asked the government to open the old railway over the pass; it has not been used since a bridge fell down eleven years ago.',
]
const BALLOT = [
  'Parliament voted by 71 to 58 on Wednesday to lower the age of conscription to twenty, an hour after students had blocked the bridge that leads to it and the police had carried them away one by one.',
  'The law spares apprentices and fathers of two children, a point on which the smaller party in the coalition had insisted through three nights of talks.',
  'The president has ten days to sign it. His office said he would read the opinions of the court first, which found fault with the last such law because it treated towns and villages differently.',
]

let pool: Pool
beforeAll(async () => {
  pool = createPool(await freshDatabase(), 'test', quiet)
})
afterAll(() => pool.end())

/** How many reports these texts are, captured one after the other, an hour apart. */
async function countReports(...texts: string[]): Promise<number> {
  const reports: string[] = []
  await pool.query('truncate text_prints, text_print_keys')
  for (const [index, text] of texts.entries()) {
    const at = new Date(Date.parse('2024-11-04T08:00:00Z') + index * 3_600_000)
    const article = { text, snapshotHash: hashOfText(text), publishedAt: at }
    const articleId = `00000000-0000-4000-8000-00000000000${index}`
    reports.push(await withTransaction(pool, (tx) => findReport(tx, { ...article, articleId }, at)))
  }
  return new Set(reports).size
}

const WHOLE = [...AGENCY, BACKGROUND].join('\n\n')

test.each([
  ['cut to three quarters', WHOLE.slice(0, Math.round(0.75 * WHOLE.length))],
  [
    'under another headline and lead',
    [
      'Tanks at the river: what Orvenia is up to',
      'Autumn fog lay over the Tolva as the columns rolled in; nobody in the towns along its banks believes any longer that this is about manoeuvres, and the mayor of Marn has packed.',
      ...AGENCY.slice(1),
      BACKGROUND,
    ].join('\n\n'),
  ],
  [
    'under another masthead',
    [
      'THE EVENING COURIER · Foreign desk',
      'LESKO, Nov. 4 (Wire) —',
      ...AGENCY,
      BACKGROUND,
      '(Reporting by J. Holm; editing by the Courier. Subscribe to our newsletter.)',
    ].join('\n'),
  ],
])('an agency text and the same %s are one report, whichever comes first', async (_, copy) => {
  expect(await countReports(WHOLE, copy)).toBe(1)
  expect(await countReports(copy, WHOLE)).toBe(1)
})

test('two stories that have a third in common, their background, are two reports', async () => {
  const [harbour, ballot] = [HARBOUR, BALLOT].map((story) => [...story, BACKGROUND].join('\n\n'))
  expect(await countReports(harbour as string, ballot as string)).toBe(2)
  expect(await countReports(ballot as string, harbour as string)).toBe(2)
})
