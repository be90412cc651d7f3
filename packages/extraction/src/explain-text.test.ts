import { expect, test } from 'vitest'
import { explainText } from './explain-text.ts'
import { extractClaims } from './extract-claims.ts'

const explain = (text: string) => explainText({ title: null, text, published: '2025-02-14' })
const passedIn = (text: string) => explain(text).flatMap(({ passed }) => passed)

test('a claim is shown with the trigger of its predicate and where its actor is named', () => {
  const [sentence] = explain('The ministry said about 3,000 Kenyan soldiers had been sent to Haiti.')
  expect(sentence?.claims).toEqual([
    {
      claim: {
        start: 18,
        end: 45,
        quote: 'about 3,000 Kenyan soldiers',
        low: 3000,
        high: 3000,
        qualifier: 'approximate',
        unit: 'personnel',
        item: 'soldier',
        predicate: 'deployed',
        actor: 'KEN',
        places: ['Haiti'],
        placeIds: ['HT'],
        status: 'actual',
        extent: 'total',
        source: 'ministry',
        origin: 'ministry',
        effectiveDate: null,
        confidence: expect.any(Number),
      },
      trigger: { words: 'sent', lemma: 'send', side: 'after', distance: 0.1 },
      predicateFrom: 'trigger',
      actorFrom: 'phrase',
      repeats: false,
    },
  ])
})

test('tokens tell their kind and what the lexicon says they may begin', () => {
  expect(explain('At 08:00 two soldiers left.')[0]?.tokens.slice(1)).toEqual([
    { text: '08:00', kind: 'code', may: [] },
    { text: 'two', kind: 'word', may: ['number'] },
    { text: 'soldiers', kind: 'word', may: ['item', 'military'] },
    { text: 'left', kind: 'word', may: ['trigger'] },
    { text: '.', kind: 'mark', may: [] },
  ])
})

test.each([
  ['They paid $40 for it.', '40', 'money'],
  ['The camp is 50 km away.', '50', 'measure'],
  ['It fell by 7 per cent.', '7', 'measure'],
  ['The war began in 2022.', '2022', 'date'],
  ['It was signed on 4 March.', '4', 'date'],
  ['Resolution 1701 was read out.', '1701', 'label'],
  ['They outnumber us 3 to one.', '3', 'ratio'],
  ['Leopard 2 came in last.', '2', 'model'],
  ['The 11th Corps is here.', '11th', 'code'],
  ['About 12 civilians fled.', 'About 12', 'other noun'],
  ['He counted to 40.', '40', 'no noun'],
  ['Each truck can carry 8 missiles.', '8 missiles', 'capacity'],
  ['One soldier said so.', 'One soldier', 'speaker'],
  ['It is one of the largest warships.', 'one of the largest warships', 'praise'],
  ['In the town 40 people voted.', '40 people', 'civilian'],
])('"%s": why %s is no claim', (text, quote, reason) => {
  expect(passedIn(text)[0]).toEqual({ quote, reason })
})

test('what the count before said is told as such', () => {
  const [, second] = explain('Gunners met 40 drones over the bay and another 12 inland.')[0]?.claims ?? []
  expect([second?.claim.quote, second?.predicateFrom]).toEqual(['another 12', 'count before'])
})

test('the claims explained are those extracted', () => {
  const text = 'Nine of the 14 jets came back. The 900 men stay.\n\nThe 900 men were killed on Monday.'
  const claims = explain(text).flatMap((sentence) => sentence.claims.map(({ claim }) => claim))
  expect(claims).toEqual(extractClaims({ id: 'a', title: null, text, published: '2025-02-14' }))
})
