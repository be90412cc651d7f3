import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const nobody = null as unknown as string

/** Missions, contingents, hosts and drills. */
const rows: [string, string[]][] = [
  ['MINUSMA moved 300 peacekeepers from Chad, Egypt and Nepal to Gao.', ['un']],
  [
    'Uganda will send 4,500 soldiers while Djibouti and Kenya will send 1,520 and 1,410 soldiers.',
    ['UGA', 'DJI', 'KEN'],
  ],
  ['Nepal leads with 6,000 peacekeepers and India ranked third with 5,000.', ['NPL', 'IND']],
  ['The fighting with Thailand killed dozens of soldiers on both sides.', [nobody]],
  ['Some 200 Indian nationals were recruited into the Russian army.', ['RUS']],
  ['Russia has recruited 9,000 foreigners from 40 countries as soldiers.', ['RUS']],
  ['Dozens of Syrian soldiers and rebel fighters died in the hills.', [nobody]],
  ['Three Serb gunmen were killed near the village.', [nobody]],
  ['The KNU lost 40 fighters.', ['knu']],
  ['The KNLA lost 40 fighters.', ['knla']],
  ['The Haiti mission has 980 personnel.', ['mss']],
  ['The Kenyan-led Multinational Security Support mission now numbers 1,000 officers in Haiti.', ['mss']],
  ['Ten nations have pledged 2,900 personnel to the Multinational Security Support mission.', ['mss']],
  ['Kenya sent 200 police officers to the Multinational Security Support mission in Haiti.', ['KEN']],
  ['KFOR, the NATO-led force in Kosovo, has 4,500 troops.', ['nato']],
  ['Some 3,800 KFOR soldiers are in Kosovo.', ['nato']],
  ['UNIFIL has about 10,000 peacekeepers in southern Lebanon.', ['un']],
  ["UNIFIL's 10,000-strong force watches the border of Lebanon.", ['un']],
  ['Four Italian soldiers of UNIFIL were hurt by a rocket.', ['ITA']],
  ['Two UN peacekeepers were killed in the Central African Republic.', ['un']],
  ['Two Tanzanian peacekeepers were killed in the Central African Republic.', ['TZA']],
  ['Two peacekeepers from Uruguay were killed in Congo.', ['URY']],
  ['Russia began sending 2,000 peacekeepers to Karabakh.', ['RUS']],
  ['Russia will send 1,960 peacekeepers and 90 armoured personnel carriers.', ['RUS', 'RUS']],
  ['MONUSCO has 11,000 troops in Congo.', ['un']],
  ['MINUSMA will withdraw 13,000 soldiers from Mali.', ['un']],
  ['UNMISS has 14,000 soldiers in South Sudan.', ['un']],
  ['ATMIS handed over a base in Somalia and withdrew 2,000 soldiers.', ['au']],
  ['The African Union force in Somalia, AUSSOM, will have 11,900 soldiers.', ['au']],
  ['Burundi will pull its 1,000 soldiers out of AUSSOM.', ['BDI']],
  ['SAMIDRC lost 14 soldiers near Goma.', ['sadc']],
  ['South Africa lost 14 soldiers near Goma.', ['ZAF']],
  ['The Multinational Joint Task Force has 10,000 soldiers around Lake Chad.', ['mnjtf']],
  ['The G5 Sahel force was to have 5,000 soldiers.', ['g5-sahel']],
  ['The East African Community force had 1,500 soldiers in Goma.', ['eac']],
  ['The Alliance of Sahel States plans a force of 5,000 soldiers.', ['aes']],
  ['ECOWAS put 3,000 troops on standby.', ['ecowas']],
  [
    'Contributors to ATMIS include Uganda with 4,500 soldiers, Kenya with 1,400, and Djibouti with 900.',
    ['UGA', 'KEN', 'DJI'],
  ],
  ['Only two allies have more tanks: Turkey, with 2,200 tanks, and Greece, which has 1,300.', ['TUR', 'GRC']],
  ['The largest contingents come from Ghana (870 soldiers) and Nepal (860 soldiers).', ['GHA', 'NPL']],
  [
    'The force has 700 soldiers from Italy, 600 soldiers from Spain and 500 from France.',
    ['ITA', 'ESP', 'FRA'],
  ],
  ['Poland has 150,000 soldiers, Romania 80,000.', ['POL', 'ROU']],
  // Hosts and senders.
  ['The last 200 American soldiers left Niger.', ['USA']],
  ['The withdrawal of US forces from Niger leaves 200 soldiers at Agadez.', ['USA']],
  ['Chad told France to withdraw its 1,000 soldiers.', ['FRA']],
  ['Lithuania expects Germany to deploy 5,000 troops on its soil.', ['DEU']],
  ['Germany will station a brigade of 4,800 soldiers in Lithuania.', ['DEU']],
  ['Iraq wants the 2,500 American troops to leave.', ['USA']],
  ['Washington has 2,500 troops in Iraq.', ['USA']],
  ['Syria hosts 2,000 U.S. troops.', ['USA']],
  ['Japan hosts some 54,000 American service members.', ['USA']],
  ['The Pentagon said 600 marines had reached Australia.', ['USA']],
  ['NATO said it will send 700 more troops to Kosovo after clashes with Serbs.', ['nato']],
  [
    '"We will deploy 700 more troops," NATO Secretary General Jens Stoltenberg told journalists in Oslo.',
    ['nato'],
  ],
  // Drills.
  ['The United States and the Philippines began drills that involve 17,000 troops.', [nobody]],
  ['More than 16,000 troops of the two countries take part in the drills of Japan and Australia.', [nobody]],
  ['Some 4,000 American soldiers joined 9,000 Filipino soldiers in the drills.', ['USA', 'PHL']],
  ['Taiwan called up 22,000 reservists for its yearly drills.', ['TWN']],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ actor }) => actor as string)).toEqual(expected)
})
