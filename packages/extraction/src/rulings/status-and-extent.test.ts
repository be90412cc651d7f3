import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  // Status.
  ['Kenya will send 600 officers of its army to Haiti.', ['600 officers expected']],
  ['Poland plans to deploy 10,000 troops to the border.', ['10,000 troops expected']],
  ['The government ordered the deployment of 3,000 soldiers.', ['3,000 soldiers expected']],
  ['Germany has agreed to give 14 tanks to Ukraine.', ['14 tanks expected']],
  ['The army wants to add 20,000 soldiers.', ['20,000 soldiers expected']],
  ['About 500 soldiers are expected to arrive in Goma.', ['About 500 soldiers expected']],
  ['The mandate allows for 17,000 uniformed personnel.', ['17,000 uniformed personnel expected']],
  ['Britain pledged 14 tanks.', ['14 tanks expected']],
  ['North Korea may send 10,000 troops.', ['10,000 troops possible']],
  ['China could land 20,000 troops on the island.', ['20,000 troops possible']],
  ['France is considering sending 2,000 soldiers.', ['2,000 soldiers possible']],
  ['The possible deployment of 5,000 soldiers worries Niger.', ['5,000 soldiers possible']],
  ['If the talks fail, NATO will send 4,000 troops.', ['4,000 troops possible']],
  ['Up to 300 soldiers would follow if needed.', ['Up to 300 soldiers possible']],
  ['Taiwan needs 400 more missiles.', ['400 more missiles possible']],
  ['That would put the toll at 900 dead soldiers.', ['900 dead soldiers possible']],
  ['The Pentagon denied that 500 US soldiers had been sent to Gaza.', ['500 US soldiers denied']],
  ['The 8,500 troops are not being deployed.', ['8,500 troops denied']],
  ['About 9,000 soldiers are believed to be in the valley.', ['About 9,000 soldiers actual']],
  ['Some 4,000 fighters have probably died.', ['Some 4,000 fighters actual']],
  ['Sudan began moving 2,000 soldiers east.', ['2,000 soldiers actual']],
  ['The army continues to train 3,000 recruits.', ['3,000 recruits actual']],
  ['In May 2,000 soldiers arrived.', ['2,000 soldiers actual']],
  // Extent.
  ['The mission has 900 soldiers.', ['900 soldiers total']],
  ['Another 1,500 soldiers arrived in Goma.', ['Another 1,500 soldiers part']],
  ['A further 300 rockets were fired.', ['A further 300 rockets part']],
  ['Russia has lost 300,000 soldiers since the start of the war.', ['300,000 soldiers total']],
  ['So far 2,000 soldiers have been killed.', ['2,000 soldiers total']],
  ['Twelve soldiers were killed in an ambush.', ['Twelve soldiers part']],
  ['Five soldiers were killed on Monday.', ['Five soldiers part']],
  ['Russia lost 30,000 soldiers in May.', ['30,000 soldiers part']],
  ['They recruit 20,000 soldiers a month.', ['20,000 soldiers part']],
  ['The plant makes 400 shells per day.', ['400 shells part']],
  ['One thousand of the 9,000 soldiers have died.', ['One thousand part', '9,000 soldiers total']],
  ['Five hundred of them are soldiers of the guard; 300 soldiers of the guard left.', ['300 soldiers part']],
  ['Iran launched 180 missiles on Tuesday.', ['180 missiles part']],
  ['The air force shot down 40 drones overnight.', ['40 drones part']],
  ['Russia has lost more than 3,000 tanks.', ['more than 3,000 tanks total']],
  ['Japan will expand its army by 4,000 soldiers.', ['4,000 soldiers part']],
  ['The garrison sent 300 soldiers home.', ['300 soldiers part']],
  ['A new aid package includes 12 howitzers.', ['12 howitzers part']],
  ['North Korea has sent three million shells to Russia.', ['three million shells total']],
  ['Each side freed 40 prisoners of war in the exchange.', ['40 prisoners of war part']],
  ['Of 20,000 Polish soldiers abroad, 4,000 are in Iraq.', ['20,000 Polish soldiers total', '4,000 total']],
  ['Between January 2023 and June 2024 the army lost 9,000 soldiers.', ['9,000 soldiers total']],
]

test.each(rows)('%s', (text, expected) => {
  const mixed = expected.some((row) => /(?:total|part)$/.test(row))
  expect(readRows(text, ({ quote, status, extent }) => `${quote} ${mixed ? extent : status}`)).toEqual(
    expected,
  )
})
