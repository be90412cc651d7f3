import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const nobody = null as unknown as string

/** Passages as agencies write them, some with a title: several sides, missions, hosts and speakers. */
const rows: [string, string[], string?][] = [
  [
    'An attack on a military camp in northern Burkina Faso left around 50 soldiers dead, security sources told AFP on Tuesday. More than a hundred gunmen on motorbikes stormed the outpost at dawn. The army has not commented.',
    ['BFA', nobody],
  ],
  [
    'The al-Qaeda-linked group JNIM claimed the raid, saying it had killed 60 soldiers and captured five others. Bamako put its losses at 22 soldiers.',
    ['MLI', 'MLI', 'MLI'],
    'Jihadists storm army base in central Mali',
  ],
  [
    'Benin’s army lost 54 soldiers in an attack near the borders with Niger and Burkina Faso last week, the presidency said, raising an earlier toll of eight. The country has deployed nearly 3,000 troops to the north since 2022.',
    ['BEN', 'BEN', 'BEN'],
  ],
  [
    'The Russian mercenary outfit suffered one of its heaviest defeats in Africa when Tuareg rebels ambushed a convoy near Tinzaouaten. The separatists said they killed 71 Wagner fighters and 39 soldiers of Mali.',
    ['wagner', 'MLI'],
    'Wagner ambushed in Mali',
  ],
  [
    'Paris said on Thursday it would pull its remaining 1,000 soldiers out of Chad, ending decades of presence. France once had 5,100 troops across the Sahel under Operation Barkhane.',
    ['FRA', 'FRA'],
  ],
  [
    'The junta in Niamey has ordered American forces out. About 1,000 U.S. troops were stationed in the country, most of them at a drone base near Agadez.',
    ['USA'],
  ],
  [
    'Nigerian soldiers backed by air strikes killed at least 34 Boko Haram and ISWAP fighters in Borno state, the military said on Sunday. Six soldiers died in the clash.',
    [null as unknown as string, 'NGA'],
  ],
  [
    'At least 40 Chadian soldiers were killed overnight when Boko Haram fighters overran a garrison in the Lake Chad area. President Mahamat Deby launched an operation in response.',
    ['TCD'],
  ],
  [
    'Cameroon’s Rapid Intervention Battalion lost four men when Ambazonian separatists detonated a bomb. The separatists captured two soldiers.',
    ['CMR', 'CMR'],
  ],
  [
    'South African forces are part of the SADC mission in eastern Congo, where 14 of their soldiers died in January. The mission, which deployed in December 2023, has about 1,300 troops on the ground.',
    ['ZAF', 'sadc'],
  ],
  [
    'Rwanda has between 3,000 and 4,000 soldiers in eastern Congo, UN experts say, where they fight beside M23. Kigali denies it.',
    ['RWA'],
  ],
  [
    'The M23 rebels paraded hundreds of captured Congolese soldiers in Goma. Romanian mercenaries, 288 of them, crossed into Rwanda after surrendering.',
    ['COD', 'ROU'],
  ],
  [
    'Burundi, which has sent more than 10,000 soldiers to fight alongside the FARDC, began withdrawing them last month.',
    ['BDI'],
  ],
  [
    'Uganda deployed another 1,000 troops in Ituri to fight CODECO militias, the army spokesperson said. The UPDF already has about 5,000 soldiers in Congo.',
    ['UGA', 'UGA'],
  ],
  [
    'ADF fighters killed at least 11 people. Congolese and Ugandan troops killed 12 of the rebels in a joint operation.',
    ['adf'],
  ],
  [
    'Ethiopia’s army said it had killed more than 250 Fano fighters in three days of fighting in Amhara. A spokesman for the militia denied it and said 200 federal soldiers had been captured.',
    ['fano', 'ETH'],
  ],
  [
    'The paramilitary RSF shot down an Ilyushin cargo plane over El Fasher. The Sudanese military said its air defences had intercepted eight drones launched by the militia.',
    ['rsf'],
  ],
  [
    'Egypt is set to send 1,000 soldiers to Somalia under the new African Union mission. Somali officials said the Ethiopian contingent, some 4,000 soldiers, would leave by December.',
    ['EGY', 'ETH'],
  ],
  [
    'AFRICOM said a strike near Jilib killed five al-Shabaab militants. No U.S. or Somali troops were hurt.',
    ['al-shabaab'],
  ],
  [
    'Somalia’s elite Danab unit, trained by the U.S., killed 40 militants in Middle Shabelle, the defence ministry said.',
    [nobody],
  ],
  [
    'Mozambique has relied on Rwandan troops since 2021. Kigali raised its contingent to 4,000 soldiers after SAMIM left.',
    ['RWA'],
    'Rwanda sends more troops to Cabo Delgado',
  ],
  ['Islamic State-linked insurgents killed 10 members of the Mozambican army in Macomia district.', ['MOZ']],
  [
    'Polisario fighters fired four rockets at Smara. Morocco has about 100,000 soldiers along the sand berm.',
    ['polisario', 'MAR'],
  ],
  [
    'Haftar’s LNA moved 2,000 fighters towards the Algerian border; the Tripoli-based government put its forces on alert.',
    ['lna'],
  ],
  [
    'Two Chinese soldiers serving as peacekeepers in South Sudan were killed in Juba. UNMISS has 12,000 troops in the country.',
    ['CHN', 'un'],
  ],
  [
    'Israel’s military said five of its soldiers were killed and 14 wounded in an ambush in Beit Hanoun. Hamas’s armed wing claimed responsibility.',
    ['ISR', 'ISR'],
  ],
  [
    'Hezbollah launched some 165 rockets into northern Israel on Monday. The IDF said 50 projectiles had been intercepted.',
    ['hezbollah', 'hezbollah'],
  ],
  [
    'Since the start of the ground operation, 408 soldiers have been killed in Gaza, according to the IDF.',
    ['ISR'],
  ],
  ['Up to 300 Hamas fighters remain in tunnels beneath Rafah, Israeli officials believe.', ['hamas']],
  [
    'The Lebanese army will send 8,500 soldiers to the south under the truce. Some 10,000 UNIFIL peacekeepers are already there.',
    ['LBN', 'un'],
  ],
  [
    'Iran fired about 180 ballistic missiles at Israel on Tuesday night; most were intercepted, the military said.',
    ['IRN'],
  ],
  [
    'U.S. forces destroyed three anti-ship missiles and two drones in Houthi-controlled areas of Yemen, CENTCOM said. The Iran-backed group launched five drones at merchant ships on Friday.',
    ['houthi', 'houthi', 'houthi'],
  ],
  [
    'The destroyer USS Gravely shot down a cruise missile; a French frigate downed two drones coming from Yemen.',
    ['houthi'],
    'Houthis attack ships in Red Sea',
  ],
  [
    'The United States has about 900 troops in Syria and 2,500 in neighbouring Iraq, advising local forces fighting Islamic State.',
    ['USA', 'USA'],
  ],
  [
    'Three American service members were killed and 34 injured when a drone hit Tower 22 in Jordan. Washington blamed Iran-backed militias.',
    ['USA', 'USA'],
  ],
  [
    'Turkish forces killed 11 PKK militants in northern Iraq, the defence ministry in Ankara said. Four Turkish soldiers were wounded.',
    ['pkk', 'TUR'],
  ],
  [
    'Rebels led by HTS captured Aleppo. Government forces lost dozens of soldiers, a war monitor said.',
    ['SYR'],
  ],
  [
    'Saudi Arabia said its air defences intercepted four ballistic missiles fired by the Houthis towards Jazan.',
    ['houthi'],
  ],
  ['Kurdish Peshmerga lost nine fighters in an ISIS ambush south of Erbil.', ['peshmerga']],
  [
    'The defence ministry of Taiwan said it had detected 58 Chinese military aircraft and 27 ships around the island in 24 hours. Of those, 47 aircraft crossed the median line.',
    ['CHN', 'CHN', 'CHN'],
  ],
  [
    'China’s navy has 370 ships and submarines, the Pentagon says, and is expected to grow to 435 by 2030.',
    ['CHN', 'CHN'],
  ],
  [
    'The Philippine Coast Guard spotted 48 Chinese maritime militia vessels near Thitu. Manila sent two warships.',
    ['PHL'],
  ],
  [
    'North Korea fired more than 200 artillery shells into waters near Yeonpyeong, Seoul’s military said. South Korean marines fired some 400 rounds in response.',
    ['PRK', 'KOR'],
  ],
  [
    'Pyongyang has dispatched about 12,000 soldiers to Russia; Kyiv says some 4,700 of them have been killed or wounded in Kursk.',
    ['PRK', 'PRK'],
  ],
  ['The U.S. keeps about 28,500 troops in South Korea. Trump has said Seoul should pay more.', ['USA']],
  [
    'Two Indian soldiers and three militants were killed in a gunfight in Kupwara, the army said. A search operation is on.',
    ['IND', nobody],
  ],
  [
    'China and India disengaged in Ladakh. India has 50,000 troops on its side; Beijing keeps about as many.',
    ['IND'],
  ],
  [
    'Twenty Indian soldiers died in hand-to-hand fighting in Galwan; China later admitted losing four soldiers.',
    ['IND', 'CHN'],
  ],
  [
    'Pakistan claimed it had shot down five Indian jets. New Delhi said it destroyed several Pakistani aircraft.',
    ['IND'],
  ],
  [
    'At least 16 Pakistani soldiers were killed when TTP militants attacked a post in South Waziristan. The military’s media wing said eight attackers had been shot dead.',
    ['PAK', 'ttp'],
  ],
  [
    'BLA separatists hijacked a train carrying soldiers; the army said all 33 attackers were killed, along with 23 soldiers.',
    ['bla', 'PAK'],
  ],
  [
    'The Taliban said 58 Pakistani soldiers died in border clashes. Islamabad said 23 of its soldiers were martyred and more than 200 Taliban fighters killed.',
    ['PAK', 'PAK', 'taliban'],
  ],
  [
    'Myanmar’s junta has lost more than 80 towns. The Arakan Army, with 30,000 troops, controls most of Rakhine, and some 400 soldiers surrendered to it in Maungdaw.',
    ['arakan-army', 'MMR'],
  ],
  [
    'About 1,500 fighters of the Karen National Liberation Army took Myawaddy. Junta troops, 200 of them, hid under a bridge.',
    ['knla', 'MMR'],
  ],
  [
    'Philippine troops killed three New People’s Army rebels in Negros; a soldier was hurt. The army says the group has fewer than 1,000 fighters left.',
    ['npa', 'npa'],
  ],
  [
    'Azerbaijan said 192 of its troops had died in the operation; Karabakh authorities put their own losses at 190 soldiers.',
    ['AZE', 'ARM'],
  ],
  ['Armenia will take over from 1,960 Russian peacekeepers who withdrew from Karabakh.', ['RUS']],
  [
    'Germany’s Bundeswehr plans to grow to 203,000 soldiers by 2031. Its Leopard brigade in Lithuania will number 5,000 troops.',
    ['DEU', 'DEU'],
  ],
  [
    'Finland can mobilise 280,000 troops. The Nordic country joined NATO in 2023. Sweden, by contrast, has some 25,000 active soldiers.',
    ['FIN', 'SWE'],
  ],
  [
    'NATO has ten times as many: some 300,000 troops are on high readiness. The alliance has deployed eight battlegroups on its eastern flank.',
    ['nato', 'nato'],
  ],
  [
    'Poland sent 5,000 additional soldiers to its border with Belarus. Minsk has massed 1,250 troops near the frontier, Warsaw says.',
    ['POL', 'BLR'],
  ],
  ['Britain and France would lead a force of up to 30,000 troops in Ukraine after a ceasefire.', [nobody]],
  [
    'Ukraine’s air force said it shot down 57 of 91 drones. Russia launched two Iskander missiles as well.',
    ['RUS', 'RUS', 'RUS'],
  ],
  ['Kyiv received 10 Mirage jets from Paris and 31 Abrams tanks from Washington.', ['FRA', 'USA']],
  [
    'The Kosovo force, led by NATO, was reinforced with 600 British soldiers. Thirty peacekeepers were injured in May.',
    ['GBR', 'nato'],
  ],
  ['Moldova asked Moscow to withdraw its 1,500 soldiers from Transnistria.', ['RUS']],
  ['Georgia had 16,000 troops in 2008; Russia sent 20,000 soldiers through the Roki tunnel.', ['GEO', 'RUS']],
  [
    'Colombia’s ELN killed 22 rival fighters in Catatumbo. President Gustavo Petro sent 5,000 troops to the region.',
    [nobody, 'COL'],
  ],
  ['At least seven Colombian soldiers were killed in an ambush by FARC dissidents in Guaviare.', ['COL']],
  [
    'Kenya will raise its contingent in Haiti to 1,000 police officers. Jamaica sent 20 soldiers, Guatemala 150.',
    ['KEN', 'JAM', 'GTM'],
  ],
  [
    'A total of 400 Kenyan police officers are in Port-au-Prince as part of the multinational mission, which was meant to have 2,500 officers.',
    ['KEN', 'mss'],
  ],
  ['Mexico deployed 10,000 National Guard troops to its northern border under a deal with Trump.', ['MEX']],
  [
    'Trump sent 4,000 marines and three destroyers to waters off Venezuela. Maduro said 4.5 million militia members would be mobilised.',
    ['USA', 'USA', 'VEN'],
  ],
  ['Ecuador’s president sent 3,000 soldiers to Guayaquil to fight gangs such as Los Choneros.', ['ECU']],
]

test.each(rows)('%s', (text, expected, title = undefined) => {
  expect(readRows(text, ({ actor }) => actor as string, title ?? null)).toEqual(expected)
})
