import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const outside = [
  'The strike killed 12 civilians and wounded 30 children.',
  'More than 40,000 people have been killed, the health ministry says.',
  'Some 200,000 refugees crossed the border.',
  'The aid is worth $300 million.',
  'The drone flew 800 km in 12 hours.',
  'The talks lasted three rounds and ended on 24 February 2022.',
  'He is 53 and served 12 years in the army.',
  'About 30 percent of the soldiers were ill.',
  'The gun has a calibre of 152 mm.',
  'The Su-35 and the F-16 met over the sea.',
  'The 11th Corps and the 810th Brigade fought there.',
  'The 101 Airborne soldiers will go to Latvia.',
  'Sixty attacks and 14 clashes were recorded.',
  'Troops from Arcadia entered three villages.',
  'A brigade was sent to the front.',
  'They lost 90 vehicles and 3 radars.',
  'The police seized 300 rifles and 40 mines.',
  'Each launcher can carry eight missiles.',
  'Drills of 13,000 or more personnel must be observed under the notification threshold.',
  'One sergeant said the food was bad. One soldier said so too.',
  'Several soldiers and a few officers left.',
  'Police arrested 300 protesters.',
  'The ratio of losses is three to one.',
  'In 2022 Russian troops entered the town.',
  'Soldiers buried Sergeant Adam Bell, 37, of the capital, and Corporal Tom Reed, 29, of the coast.',
  'Soldiers of military unit 6720 looted houses.',
  'The group brings Carrier Air Wing (CVW) 17, and staffs of Destroyer Squadron (DESRON) 9.',
  'Fighters of the Meridian 1 Battalion held the bridge.',
  'The army deploys ten support soldiers for every combat soldier.',
  'The accord on warships is at www.example.org/isn/4791.htm today.',
  'Drones were shot down by the destroyers USS Brook (DDG 107) and USS Stone (DDG 58).',
  'Arcadia kept 20 soldiers per 1,000 inhabitants.',
  'The army still uses old T-54/55 tanks and Aster 30 missiles.',
  'World War One soldiers were remembered.',
  'Rockets hit the market, killing six and wounding 33 others.',
  'On Thu Oct 6 2016 coalition warplanes bombed the village.',
  'Men from 19 to 27 are called up each spring. The youngest soldier was Adam. He was 19.',
  'After 21 rounds of military talks the armies went home.',
  'The government will deploy 13,500 police officers at the polls.',
  'The army is short of shells for 2025 and beyond.',
  '"I served with tanks," said Adam, 42, a baker.',
  'The guerrilla army lost company no. 6 in May.',
  'The earthquake killed 2,800 people and injured 5,000.',
  'Four rounds of talks were held.',
  'The group freed 40 hostages.',
  'Two coast guard ships circled the reef.',
  'Nine people including a pilot died in the crash.',
  'It was the 3rd division to arrive.',
  'Thousands of fans watched the match, and the coach used 16 players.',
  'The company has 300 employees in 12 countries.',
  'Gunmen kidnapped 40 people.',
]

test.each(outside)('no claim: %s', (text) => {
  expect(readRows(text, ({ quote }) => quote)).toEqual([])
})

const inside: [string, string[]][] = [
  ['The mission flew in 90 Fijian police.', ['90 Fijian police: police, personnel']],
  ['Six gunmen of the Islamic State died.', ['Six gunmen: gunman, personnel']],
  ['They trained 300 soldiers and gendarmes.', ['300 soldiers: soldier, personnel']],
  ['They lost 7 tanks, 90 vehicles and 3 radars.', ['7 tanks: tank, materiel']],
  ['The army lost 20 armoured vehicles.', ['20 armoured vehicles: armoured vehicle, materiel']],
  ['Two squadrons of jets landed.', ['Two squadrons: squadron, formation']],
  [
    'More than 10 battalion tactical groups left.',
    ['More than 10 battalion tactical groups: battalion tactical group, formation'],
  ],
  ['Three carrier strike groups sailed.', ['Three carrier strike groups: carrier strike group, formation']],
  ['About 40 missile launches were counted.', ['About 40 missile launches: missile launch, materiel']],
  ['Two volleys of 12 to 15 shells each fell.', ['12 to 15 shells: shell, materiel']],
  [
    'The fleet has 16 destroyers and 40 submarines.',
    ['16 destroyers: destroyer, materiel', '40 submarines: submarine, materiel'],
  ],
  ['Eight F-35 fighters landed.', ['Eight F-35 fighters: fighter jet, materiel']],
  [
    'The air force flies 40 light bombers and 90 fighters.',
    ['40 light bombers: bomber, materiel', '90 fighters: fighter jet, materiel'],
  ],
  ['Arcadia will get 18 units of the Leopard 2.', ['18 units: leopard 2, materiel']],
  [
    'Arcadia makes 16 tanks a year. The plant will deliver 40 units by May.',
    ['16 tanks: tank, materiel', '40 units: tank, materiel'],
  ],
  ['By the summer two million rounds should be made.', ['two million rounds: round, materiel']],
  ['The attackers killed nine policemen and soldiers.', ['nine policemen: policeman, personnel']],
  ['Two Patriot batteries were sent to Arcadia.', ['Two Patriot batteries: patriot battery, formation']],
  ['The army lost 800 men near the front.', ['800 men: man, personnel']],
  ['They gave 18 Leopard 2 tanks.', ['18 Leopard 2 tanks: tank, materiel']],
  [
    'Some 6,200 members of the armed forces were trained.',
    ['Some 6,200 members of the armed forces: member of the armed forces, personnel'],
  ],
  ['The army mobilised 20,000 people.', ['20,000 people: person, personnel']],
  ['They hold 60 prisoners of war.', ['60 prisoners of war: prisoner of war, personnel']],
  [
    'Losses of the enemy: tanks – 8,720, aircraft – 368.',
    ['8,720: tank, materiel', '368: aircraft, materiel'],
  ],
  ['Kim leads an army of millions.', ['millions: soldier, personnel']],
  ['300 labourers and 40 army sappers left for the dam.', ['40 army sappers: army sapper, personnel']],
]

test.each(inside)('%s', (text, expected) => {
  expect(readRows(text, ({ quote, item, unit }) => `${quote}: ${item}, ${unit}`)).toEqual(expected)
})
