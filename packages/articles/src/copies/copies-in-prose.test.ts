import { createPool, type Pool, withTransaction } from '@muster/postgres'
import { freshDatabase, quiet } from '@muster/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOfText } from '../hash-of-text.ts'
import { bandKeys } from './band-keys.ts'
import { findReports } from './find-report.ts'
import { likeness } from './likeness.ts'
import { printText } from './print-text.ts'

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

/** An agency report, in its paragraphs. */
const WIRE = [
  'Two patrol boats of the Sarnian navy fired warning shots at a trawler off the Kessel banks before dawn on Sunday, the coastguard of neighbouring Veldria said, and towed it into the port of Omsted with eleven men aboard.',
  'The trawler, the Anneke, had left the Veldrian harbour of Lund three days earlier and was some four miles inside waters that both countries claim, according to a satellite track that the coastguard published.',
  'Sarnia said the crew had cut the nets of its own fishermen and had refused to stop when it was hailed in three languages.',
  'It has kept six corvettes and about 900 sailors at Omsted since the spring, twice as many as a year ago, and flew helicopters over the banks on forty days in August alone.',
  '“We were asleep when the first shell went over the bridge,” the mate, Jorn Halle, told his wife by telephone in a call that a Veldrian broadcaster aired in full.',
  'Veldria recalled its ambassador for talks and put two minesweepers to sea, though a spokesman for the ministry of defence stressed that they carried no missiles and would stay behind the twelve-mile line.',
  'The banks hold one third of the herring caught in the strait. A court in The Hague is to rule next year on where the border runs; until then a line drawn by a commission in 1931 is kept to by the fleets of both, most of the time.',
]

/** The same event as another desk tells it, with the wire's quotation. */
const OWN_STORY = [
  'Lund, a town of red sheds and nine thousand people, woke up on Sunday to find that one of its boats would not come home.',
  'Eleven fishermen are being held across the strait after the Sarnian navy seized the Anneke on the Kessel banks. Shots were fired, though nobody seems to have been hit.',
  'Maja Halle stood on the quay with her two sons and a telephone that had rung once. “We were asleep when the first shell went over the bridge,” her husband told her before the line went dead.',
  'The owners say their captain knew the water and kept well to the east. Neighbours here tell of nets cut by night, of lamps that follow them, of a season in which each side has dared the other a little more.',
  'What the government can do is not clear. The ambassador is on his way back, two ships are out, and the mayor has asked for a naval escort that he is unlikely to be given.',
  'Lawyers point to The Hague, where judges have pondered the border for four years and promised an answer for the next.',
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
    const found = await withTransaction(pool, (tx) => findReports(tx, [{ ...article, articleId }], at))
    reports.push(found.get(articleId) ?? '')
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

const text = (...paragraphs: string[]): string => paragraphs.join('\n\n')
const likenessOf = (a: string, b: string): number => likeness(printText(a), printText(b))

/** What papers make of an agency's report, and what they write of the same event themselves, marked by hand. */
test.each<['one report' | 'two reports', string, string]>([
  ['one report', 'trimmed to its first three paragraphs', text(...WIRE.slice(0, 3))],
  ['one report', 'trimmed from the front', text(...WIRE.slice(3))],
  [
    'one report',
    'under another headline, with a dateline and a signature',
    text(
      'SHOTS AT DAWN: ELEVEN HELD',
      `LUND, Sept. 9 (Wire) — ${WIRE[0]}`,
      ...WIRE.slice(1),
      '(Writing by K. Brandt in Lund)',
    ),
  ],
  ['one report', 'under another opening', text(...OWN_STORY.slice(0, 2), ...WIRE.slice(2))],
  ['one report', 'under another opening and trimmed', text(...OWN_STORY.slice(0, 2), ...WIRE.slice(2, 5))],
  ['one report', 'with as much of the paper’s own behind it', text(...WIRE, ...OWN_STORY.slice(2))],
  ['one report', 'in another order', text(...WIRE.slice(4), ...WIRE.slice(0, 4))],
  [
    'one report',
    'with other numbers',
    text(...WIRE)
      .replace('eleven', 'twelve')
      .replace('900', '1,100')
      .replace('forty', '41'),
  ],
  ['two reports', 'told by another desk, which quotes the same man', text(...OWN_STORY)],
  ['two reports', 'told by another desk, with its last paragraph', text(...OWN_STORY, ...WIRE.slice(6))],
  ['two reports', 'told by another desk, with its last two paragraphs', text(...OWN_STORY, ...WIRE.slice(5))],
  ['two reports', 'of another day, with its background', text(...HARBOUR, WIRE[3] ?? '', WIRE[6] ?? '')],
])('%s: an agency text and the same %s, whichever comes first', async (mark, _, other) => {
  const reports = mark === 'one report' ? 1 : 2
  expect(await countReports(text(...WIRE), other)).toBe(reports)
  expect(await countReports(other, text(...WIRE))).toBe(reports)
})

/** Pairs on both sides of the limit, all of which the look-up finds: it is the limit that tells them apart. */
test.each<[number, number, number, string, string]>([
  [0.48, 0.5, 2, text(...WIRE), text(...WIRE.slice(0, 3), ...HARBOUR)],
  [0.48, 0.5, 2, text(...WIRE), text(...WIRE.slice(0, 2), ...BALLOT)],
  [0.48, 0.5, 2, text(...AGENCY.slice(0, 4), ...BALLOT), text(...AGENCY.slice(0, 4), ...OWN_STORY)],
  [0.5, 0.52, 1, text(...AGENCY.slice(0, 3), ...HARBOUR), text(...AGENCY.slice(0, 3), ...OWN_STORY)],
  [0.5, 0.52, 1, text(...WIRE.slice(0, 3), ...BALLOT), text(...WIRE.slice(0, 3), ...OWN_STORY)],
  [0.5, 0.52, 1, text(...WIRE), text(...WIRE.slice(4), ...HARBOUR)],
])('a likeness from %d to %d makes two texts %i report(s)', async (from, to, reports, a, b) => {
  expect(likenessOf(a, b)).toBeGreaterThanOrEqual(from)
  expect(likenessOf(a, b)).toBeLessThan(to)
  const keys = bandKeys(printText(a))
  expect(bandKeys(printText(b)).some((key) => keys.includes(key))).toBe(true)
  expect(await countReports(a, b)).toBe(reports)
  expect(await countReports(b, a)).toBe(reports)
})
