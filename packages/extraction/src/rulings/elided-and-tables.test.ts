import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  // Rows of tables.
  [
    'Arcadia reports the losses of Ruritania:\n\ntanks — 4,310 (+7) units;\n\narmoured personnel vehicles — 8,220 (+15) units;\n\nUAVs of tactical level — 3,040 (+31) units;\n\nships/boats — 14;\n\nvehicles and fuel tanks — 9,110 (+40) units.',
    [
      '4,310 = 4310..4310 materiel',
      '7 = 7..7 materiel',
      '8,220 = 8220..8220 materiel',
      '15 = 15..15 materiel',
      '3,040 = 3040..3040 materiel',
      '31 = 31..31 materiel',
      '14 = 14..14 materiel',
    ],
  ],
  [
    'States by number of troops in the mission:\n\n1. Nepal 3,120\n\n2. Rwanda 2,870\n\n12. Ireland 310',
    ['3,120 = 3120..3120 personnel', '2,870 = 2870..2870 personnel', '310 = 310..310 personnel'],
  ],
  ['States by debt, in millions of dollars:\n\nNepal: 40\n\nRwanda: 12', []],
  // The noun stands before, as part of another.
  [
    'The plan lowers troop levels from some 900 to about 400.',
    ['some 900 = 900..900 personnel', 'about 400 = 400..400 personnel'],
  ],
  ['June brought the highest tank losses, totalling 212.', ['212 = 212..212 materiel']],
  ['Both sides suffered 31 aircraft losses.', ['31 aircraft losses = 31..31 materiel']],
  [
    'The army grew from roughly 70,000 to approximately 110,000 personnel.',
    ['roughly 70,000 = 70000..70000 personnel', 'approximately 110,000 personnel = 110000..110000 personnel'],
  ],
  [
    'Ohio was the first to send guardsmen, pledging 180. Its neighbour said it would send 75.',
    ['180 = 180..180 personnel', '75 = 75..75 personnel'],
  ],
  // Compounds and long names.
  ['The country wants a 90-ship navy.', ['90-ship navy = 90..90 materiel']],
  ['A 30-missile barrage hit the base.', ['30-missile barrage = 30..30 materiel']],
  ['A 400-member contingent of the army left.', ['400-member contingent = 400..400 personnel']],
  ['A 15-member committee met in the army museum.', []],
  [
    'They called 640 Territory of New Wales National Guard soldiers.',
    ['640 Territory of New Wales National Guard soldiers = 640..640 personnel'],
  ],
  [
    'The army has 45 modern, home-made light battle tanks.',
    ['45 modern, home-made light battle tanks = 45..45 materiel'],
  ],
  [
    "Gunners downed 70 Arcadian Armed Forces' reconnaissance drones.",
    ["70 Arcadian Armed Forces' reconnaissance drones = 70..70 materiel"],
  ],
  [
    "The visit of two of the Navy's most powerful warships cheered the port.",
    ["two of the Navy's most powerful warships = 2..2 materiel"],
  ],
  ['Three such battlegroups existed then.', ['Three such battlegroups = 3..3 formation']],
  // Bounds.
  ['The force is not to exceed 5,000 troops.', ['not to exceed 5,000 troops = -..5000 personnel']],
  [
    'They may call up a maximum number of 800 reservists.',
    ['a maximum number of 800 reservists = -..800 personnel'],
  ],
  ['The toll of dead soldiers could pass 60.', ['pass 60 = 60..- personnel']],
  // People by their state.
  [
    'The ambush killed two Kenyan peacekeepers. Three other Malawians were wounded.',
    ['two Kenyan peacekeepers = 2..2 personnel', 'Three other Malawians = 3..3 personnel'],
  ],
  ['Two Malawians opened a bakery in Rome.', []],
  // Nouns that are military everywhere.
  ['The guns drove back 50 invaders.', ['50 invaders = 50..50 personnel']],
  ['The navy has 80 surface combatants.', ['80 surface combatants = 80..80 materiel']],
  ['Of 30 bakers and 25 military builders, all returned.', ['25 military builders = 25..25 personnel']],
  // The noun stands after "out of", or in "ones", or is left out before an adverb.
  ['Gunners shot down 13 out of 14 drones.', ['13 = 13..13 materiel', '14 drones = 14..14 materiel']],
  [
    'Six regular divisions were backed by 14 territorial ones.',
    ['Six regular divisions = 6..6 formation', '14 = 14..14 formation'],
  ],
  [
    'Sixty soldiers were killed and dozens of others were wounded.',
    ['Sixty soldiers = 60..60 personnel', 'dozens = 12..- personnel'],
  ],
  [
    'Arcadia has received 11 launchers and ordered 29 altogether.',
    ['11 launchers = 11..11 materiel', '29 = 29..29 materiel'],
  ],
  [
    'Five soldiers, one of them a captain, were wounded.',
    ['Five soldiers = 5..5 personnel', 'one of them = 1..1 personnel'],
  ],
  // Neither the dead of both kinds, nor hulls, capacities, rates and car bombs.
  ['Thousands of soldiers and civilians have died in the war.', []],
  ['A frigate with hull number 571 and a tanker with pennant number 88 passed the cape.', []],
  ['The carrier has the capacity to transport more than 50 aircraft.', []],
  ['Only 30 men will be called up for every 100 soldiers lost.', []],
  ['Two suicide car bombs went off at the barracks.', []],
  ['"We go where the money is," said Pablo, one of the mercenaries.', []],
]

test.each(rows)('%s', (text, expected) => {
  expect(
    readRows(text, ({ quote, low, high, unit }) => `${quote} = ${low ?? '-'}..${high ?? '-'} ${unit}`),
  ).toEqual(expected)
})
