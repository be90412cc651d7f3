import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  ['The deal will see 64 tanks produced in Poland.', ['expected']],
  ['Egypt has committed 1,000 soldiers to the mission.', ['expected']],
  ['Somalia is raising a force of up to 30,000 soldiers.', ['expected']],
  [
    'The council mandated a strength of up to 12,500 soldiers and a police part of up to 1,300 officers.',
    ['expected', 'expected'],
  ],
  ['The new troops will join the 9,200 soldiers already present at the border.', ['actual']],
  ['The battle group will grow into a 5,200-strong brigade that is to deter an attack.', ['expected']],
  ['Parliament authorised the army to call up 40,000 soldiers if required.', ['possible']],
  ['The minister announced the downing of two Indian jets.', ['actual']],
  ['The envoy said 300 soldiers at one base would be not enough.', ['possible']],
  ['The agency expects 10,000 North Korean soldiers in Russia by December.', ['expected']],
  ['The army said it expects 10,000 Eritrean soldiers to be in Tigray by May.', ['expected']],
  ['The number of soldiers in Goma is expected to reach 10,000 by May.', ['expected']],
  ['About 10,000 soldiers are expected in Goma by May.', ['expected']],
  ['Officials anticipate 500 more soldiers in Haiti next month.', ['expected']],
  ['Planners foresee 3,000 peacekeepers in the zone.', ['expected']],
  ['About 600 soldiers are due in Port-au-Prince in June.', ['expected']],
  ['Kenya is to send 600 soldiers to Haiti.', ['expected']],
  ['The plan could bring 5,000 soldiers to the border.', ['possible']],
  ['Germany may station 5,000 soldiers in Lithuania.', ['possible']],
  ['India is weighing sending 3,000 soldiers to Ladakh.', ['possible']],
  ['France pledged 2,000 soldiers to the force.', ['expected']],
  ['The army denied that 50 soldiers had died.', ['denied']],
  ['Chad has sent 1,200 soldiers to the border.', ['actual']],
  ['The fleet should have 60 frigates by 2040.', ['expected']],
  ['The cabinet gave its nod to the deployment of 700 Kenyan soldiers.', ['expected']],
  ['The army got permission to call up 4,000 reservists.', ['expected']],
  [
    'The drill will feature 20 ships, from corvettes to a carrier, along with more than 30 jets, helicopters and drones, and 300 tanks.',
    ['expected', 'expected', 'expected'],
  ],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ status }) => status)).toEqual(expected)
})
