import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  ['Since October 8, Hezbollah has launched more than 6,700 rockets.', ['total']],
  ['Since January the army has lost 900 soldiers.', ['part']],
  ['Since Monday Hezbollah has launched 70 rockets.', ['part']],
  ['The attacks have killed 20 soldiers on the Israeli side.', ['total']],
  ['The attack has killed 20 soldiers on the Israeli side.', ['part']],
  [
    'Russia has lost 7,200 tanks, 11,800 artillery systems, 772 air defence systems and one submarine since the invasion began.',
    ['total', 'total', 'total', 'total'],
  ],
  ['A total of 700 soldiers of the Burundian contingent have returned home.', ['part']],
  ['So far 700 soldiers have been withdrawn from Niger.', ['total']],
  ['Rwandan soldiers have killed 14 rebels in the north.', ['part']],
  ['Well over 200 volunteers of the army have died since March 2020.', ['total']],
  ['The base will send 2,400 soldiers from the 2nd Brigade to the border.', ['part']],
  ['Armoured Battalion 203, with about 48 tanks, will move to Lithuania.', ['part']],
  ['The 7th Brigade has 2,800 soldiers.', ['total']],
  ['These forces will join the 9,200 soldiers already present at the border.', ['total']],
  ['The ships engaged six Houthi drones over the sea.', ['part']],
  ['About 12,200 US soldiers are taking part in the exercise.', ['total']],
  ['The frigates shot down 12 drones in the night.', ['part']],
  ['About 600 soldiers were sent to reinforce the garrison at Goma.', ['part']],
  ['A first batch of 300 soldiers landed in Goma.', ['part']],
  ['Kenya makes up the force with 400 soldiers.', ['total']],
  ['The army lost 30 soldiers in the ambush and another 12 were wounded.', ['part', 'part']],
  ['Some 46,000 soldiers have been killed in the war and another 90,000 wounded.', ['total', 'total']],
  [
    'In Gondar 355 soldiers were killed in the attack, 155 were wounded and 35 were captured.',
    ['part', 'part', 'part'],
  ],
  ['The insurgency has cost the lives of 4,000 soldiers since 2015.', ['total']],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ extent }) => extent)).toEqual(expected)
})
