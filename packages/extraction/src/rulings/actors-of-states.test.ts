import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const nobody = null as unknown as string

/** Armies by their own names, people with the names of countries, and who owns what was hit. */
const rows: [string, string[]][] = [
  ['The IDF called up 60,000 reservists.', ['ISR']],
  ['The PLA sent 45 aircraft towards the island.', ['CHN']],
  ['Taiwan detected 45 PLAAF aircraft and nine PLAN vessels.', ['CHN', 'CHN']],
  ['The MND said 27 Chinese aircraft were detected.', ['CHN']],
  ['The JSDF has 247,000 personnel.', ['JPN']],
  // One name of two: whom the rest of the text names.
  ['The IAF has 31 squadrons. India wants 42 squadrons.', ['IND', 'IND']],
  ['The IAF has 300 jets. Israel wants 25 jets more.', ['ISR', 'ISR']],
  ['The AFRF had 900 tanks in the east of Ukraine.', ['RUS']],
  ['The Ohio National Guard has 16,000 soldiers.', ['USA']],
  ["Fiji's president said his country had lost nine soldiers in Sinai.", ['FJI']],
  // Of the owner by its pronoun, before any place.
  ['Fiji has withdrawn all of its 900 troops from Egypt.', ['FJI']],
  ['France is to recruit more. BRITAIN: The army is to reach 76,000 soldiers.', ['GBR']],
  ['The Germans lost 5,000 soldiers that day and the British 1,500.', ['DEU', 'GBR']],
  // Who makes a weapon has it no more.
  ['Russia has launched 900 Iranian Shahed drones at Ukraine.', ['RUS']],
  ['Ukraine lost 12 German Leopard tanks.', ['UKR']],
  // Of several states.
  ['More than 20,000 Allied troops landed in Italy.', [nobody]],
  ['European forces possess about 150 tanker aircraft.', [nobody]],
  ['NATO begins a drill in Latvia with 2,000 allied soldiers.', ['nato']],
  ['Ukraine has asked for 300 Western tanks.', [nobody]],
  // Fired at one side by the other.
  [
    'Russia made its largest attack. Over 700 drones were launched overnight, said the Ukrainian air force.',
    ['RUS'],
  ],
  ['Kyiv counts its dead. The occupiers have lost 900 soldiers in a day. Russia is silent.', ['RUS']],
  ['The Permanent Defence Force has a strength of 7,100 personnel.', ['IRL']],
  ['FORT BRAGG – Three soldiers were killed in training.', ['USA']],
  ['Iran is at war. Some 400 missiles were fired at Israel in a week.', ['IRN']],
  // Names beside the number, in brackets and in a row.
  ['The army is the third after China (2 million soldiers) and India.', ['CHN']],
  ['Ukraine has about 800,000 soldiers and Russia 1.3 million soldiers.', ['UKR', 'RUS']],
  ['Nepal sends soldiers to the United Nations (UN), with 6,200 personnel now deployed.', ['NPL']],
  ["Fiji's prime minister said that three of his country's soldiers were wounded in Sinai.", ['FJI']],
  ['Venezuela moved troops. Colombia for its part announced 25,000 troops.', ['COL']],
  // Who buys has what is bought, unless the seller is named.
  ['The Polish defence ministry wants to buy 96 helicopters.', ['POL']],
  ['Germany said it would be ordering another 18 tanks.', ['DEU']],
  ['The Indian Navy plans to procure three submarines.', ['IND']],
  ['ROK forces fired 200 shells after the drill.', ['KOR']],
  ['The KPA has 1.2 million soldiers.', ['PRK']],
  ['FARDC lost 40 soldiers in Masisi.', ['COD']],
  ['The FAMa lost 49 soldiers at Tinzaouaten.', ['MLI']],
  ['The SAF lost 200 soldiers in El Fasher.', ['SDN']],
  ['The ENDF captured 90 fighters of the Fano.', ['fano']],
  ['TNI soldiers withdrew; the TNI lost three soldiers in Papua.', ['IDN']],
  ['The Tatmadaw lost 300 soldiers.', ['MMR']],
  ['The State Administration Council has called up 5,000 conscripts.', ['MMR']],
  ['The RAAF sent two aircraft.', ['AUS']],
  ['The Bundeswehr has 181,000 soldiers.', ['DEU']],
  ['The Pasdaran fired 12 missiles.', ['IRN']],
  ['CENTCOM said it moved 900 soldiers.', ['USA']],
  ['Burkinabe volunteers of the VDP lost 15 men; 15 VDP fighters died.', ['BFA', 'BFA']],
  ['Ottawa will send 1,000 soldiers to Latvia.', ['CAN']],
  ['Islamabad lost nine soldiers in the ambush.', ['PAK']],
  // Surnames and ships, waters and papers.
  ['Taiwan held a drill. Defence Minister Wellington Lin said 9,000 reservists would be called up.', ['TWN']],
  ['Mali mourns. Analyst Jordan Smith said the army lost 60 soldiers.', ['MLI']],
  ['Nigeria counts its dead: 25 soldiers died near Lake Chad.', ['NGA']],
  ['China sent 12 warships into the Sea of Japan.', ['CHN']],
  ['The Sudan Tribune wrote that 60 Chadian soldiers crossed the border.', ['TCD']],
  // Whose is what was hit.
  ['Russian air defences shot down 40 Ukrainian drones.', ['UKR']],
  ['Ukraine shot down 40 drones.', ['RUS']],
  ['Ukraine said its forces destroyed 12 tanks.', ['RUS']],
  ['Houthi forces shot down two American drones.', ['USA']],
  ['American ships engaged six Houthi drones. Five of them crashed into the sea.', ['houthi', 'houthi']],
  ['Israeli fire killed three Lebanese soldiers.', ['LBN']],
  ['Three soldiers were killed by Hezbollah in southern Lebanon, the Israeli army said.', ['ISR']],
  ['Cambodian shells killed five Thai soldiers and wounded 12.', ['THA', 'THA']],
  ['Pakistan said Indian shelling killed two of its soldiers.', ['PAK']],
  ['Azerbaijan captured 60 tanks from Armenia.', ['ARM']],
  ['Congolese forces and M23 clashed; the M23 captured 30 soldiers.', ['COD']],
  [
    'Guerrillas captured 34 soldiers in Colombia. The soldiers were freed; all 34 soldiers are well.',
    ['COL', 'COL'],
  ],
  // The army of the place.
  ['Four soldiers were wounded by militants near Kishtwar. Two of them died in hospital.', ['IND', 'IND']],
  ['Some 4,000 additional troops have been deployed in Jammu.', ['IND']],
  ['Suspected jihadists killed 12 soldiers in Borno State.', ['NGA']],
  ['Gunmen killed five soldiers in Cabo Delgado.', ['MOZ']],
  // Pronouns and plain nouns.
  ['Poland signed a deal for tanks. Once they are built, the country will have 1,100 tanks.', ['POL']],
  ['Israel plans an offensive in Gaza. The army will summon 60,000 reservists.', ['ISR']],
  ['Israel is at war with Hamas. Lawmakers allowed the army to call up 400,000 reservists.', ['ISR']],
  ['North Korean soldiers crossed the line, South Korea said. About 20 soldiers turned back.', ['PRK']],
  ['The drone factory will see 64 tanks produced in Poland.', ['POL']],
  ['Niger buried its dead; the junta said 29 soldiers were killed.', ['NER']],
  ['American and British warships fired 80 missiles.', [nobody]],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ actor }) => actor as string)).toEqual(expected)
})
