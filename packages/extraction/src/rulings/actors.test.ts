import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  ['Some 50 Nepali mercenaries fight in the Russian army.', ['NPL']],
  ['Pyongyang has sent 11,000 troops abroad.', ['PRK']],
  ["Kim's army has 1.2 million soldiers.", ['PRK']],
  ['The North fired two missiles.', ['PRK']],
  ['NATO sent 2,000 troops to Kosovo.', ['nato']],
  ['Two UN peacekeepers from Indonesia were wounded in Lebanon.', ['IDN']],
  ['Two Irish UN peacekeepers were wounded in Lebanon.', ['IRL']],
  ["The US approved Germany's transfer of 125 rockets to Ukraine.", ['DEU']],
  ['The army killed 12 Hamas and Islamic Jihad fighters.', [null as unknown as string]],
  ['Monitors in Ukraine spotted 11 tanks in “DPR”-controlled Sontseve.', ['RUS']],
  ['Britain, a major US ally in Iraq, has some 7,200 troops in the south.', ['GBR']],
  ['Iraqi troops suffered 3,000 casualties in Iran\u2019s offensive.', ['IRQ']],
  ['The Chinese navy will have 440 ships, compared to 290 for the US Navy.', ['CHN', 'USA']],
  ['The Chinese province paid one million yuan (150,000 US dollars) and mobilised 300 soldiers.', ['CHN']],
  ['The coalition of the willing will send 20,000 soldiers.', ['coalition-of-the-willing']],
  ['The Soviet Union had 500,000 soldiers there.', ['SUN']],
  ['Fighters of al-Shabaab fired 40 mortars.', ['al-shabaab']],
  ['Al-Shabab lost 70 fighters.', ['al-shabaab']],
  ['The Taliban have 80,000 fighters.', ['taliban']],
  [
    'Soldiers from 20 countries, 9,000 troops from 20 countries in all, took part in the drill.',
    [null as unknown as string],
  ],
  ['Israel said 40 drones were intercepted over Haifa. Hezbollah denied it.', ['hezbollah']],
  ['Five soldiers were killed when JNIM fighters attacked a base in Mali.', ['MLI']],
  ['The army killed 42 Boko Haram fighters.', ['boko-haram']],
  ['The Israeli army said five soldiers were killed.', ['ISR']],
  ['Azerbaijan said 192 of its servicemen were killed.', ['AZE']],
  ["Russia's 300 tanks are old.", ['RUS']],
  ['Fourteen soldiers of the Congolese army died.', ['COD']],
  ['Iran has 600 missiles; it fired 180 missiles.', ['IRN', 'IRN']],
  ['Russian losses include 60 tanks and 40 guns.', ['RUS', 'RUS']],
  ['Thailand lost two jets. Cambodia lost three tanks.', ['THA', 'KHM']],
  ['South Korea has 28,500 American soldiers on its territory.', ['USA']],
  ['Pakistan said it shot down 12 Indian drones and two jets.', ['IND', 'IND']],
  ['The Nigerien junta said 17 soldiers were killed in an attack near the border with Mali.', ['NER']],
  ['Militants fired 2,500 rockets into southern Israel, the army said.', [null as unknown as string]],
  ['Five peacekeepers of the force were injured.', ['un']],
  ['Azerbaijani forces captured 33 Armenian soldiers; 28 were later released.', ['ARM', 'ARM']],
  ['The Arakan Army captured 270 soldiers.', ['MMR']],
  ['Finland and Sweden together can mobilise 330,000 soldiers.', [null as unknown as string]],
  ['Burundi has contributed 1,000 soldiers; Egypt has offered 1,200.', ['BDI', 'EGY']],
  ['The Houthis fired four drones. American forces destroyed three of the drones.', ['houthi', 'houthi']],
  ['India says China has 50,000 soldiers on the border.', ['CHN']],
  ['At least 150 RSF fighters were killed, the Sudanese army said. Five soldiers also died.', ['rsf', 'SDN']],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ actor }) => actor as string)).toEqual(expected)
})
