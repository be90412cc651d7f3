import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const nobody = null as unknown as string

/** Fighters under many names and spellings, and the plain words that point back to them. */
const rows: [string, string[]][] = [
  ['Seven gunmen of the Allied Democratic Forces died near Beni.', ['adf']],
  ['Troops killed 14 CODECO militiamen in Ituri.', ['codeco']],
  ['The army says it killed nine Wazalendo fighters by mistake.', ['wazalendo']],
  ['Some 6,000 M23 rebels hold the town.', ['m23']],
  ['The AFC/M23 alliance has 8,000 fighters.', ['m23']],
  ['Twelve ISWAP terrorists were killed by Nigerian troops.', ['iswap']],
  ['Nigerian troops killed 20 Boko Haram/ISWAP fighters.', ['boko-haram']],
  ['Hamas and Islamic Jihad fighters fired rockets; 30 Hamas and Islamic Jihad fighters died.', [nobody]],
  ['Ansar Allah fired two missiles at a tanker.', ['houthi']],
  ['The Karen National Liberation Army captured 60 soldiers.', ['MMR']],
  ['The Tehreek-e-Taliban Pakistan lost 25 fighters.', ['ttp']],
  ['The Balochistan Liberation Front said it killed 10 soldiers.', ['PAK']],
  ['Three Hizbul Mujahideen militants were shot dead in Shopian.', ['hizbul-mujahideen']],
  ['Colombian troops killed eight ELN guerrillas.', ['eln']],
  ['Six NPA rebels were killed in Samar by Philippine soldiers.', ['npa']],
  ['The Syrian Democratic Forces lost 12 fighters.', ['sdf']],
  ['Haftar sent 400 fighters of the Libyan National Army south.', ['lna']],
  ['Fighters loyal to Oromo Liberation Army commanders left; 30 OLA fighters surrendered.', ['ola']],
  ['The Coalition of Patriots for Change has 2,000 fighters.', ['cpc']],
  ['Forces of Riek Machar, the SPLA-IO, lost 40 fighters.', ['spla-io']],
  ['Islamic State Khorasan has 2,200 fighters in Afghanistan.', ['iskp']],
  ['The Malian army killed 30 fighters of Katiba Macina.', ['jnim']],
  ['Wagner lost 84 mercenaries in the desert of Mali.', ['wagner']],
  ["Kenya's army killed 12 Shabab fighters.", ['al-shabaab']],
  ['Kata’ib Hezbollah fired 14 rockets at a base with U.S. troops.', ['kataib-hezbollah']],
  ['The Arakan Army has 40,000 soldiers.', ['arakan-army']],
  ['Maoist rebels lost 31 fighters in Chhattisgarh.', ['maoists']],
  ['Jabhat al-Nusra lost 40 fighters near Idlib.', ['nusra-front']],
  ['Some 300 fighters of Jaish al-Islam left Ghouta.', ['jaish-al-islam']],
  ['Jeish al-Fatah sent 200 fighters to Aleppo.', ['jaish-al-fatah']],
  // Fighters without a name: the group that the passage or the text names, or nobody.
  ['Turkish jets flew over camps of the PKK/YPG in Iraq and killed nine terrorists.', ['pkk']],
  ['Troops killed nine bandits in Zamfara, the Nigerian army said.', [nobody]],
  ['Pakistani forces shot dead four terrorists near Bannu.', [nobody]],
  ['Nusra Front and Ahrar al-Sham hold the town. Syrian troops killed 30 militants.', [nobody]],
  ['The ELN attacked a post in Arauca. Colombian soldiers then killed three guerrillas.', ['eln']],
  ['Syrian rebels attacked. Rebels killed 12 regime fighters near Homs in Syria.', ['SYR']],
  ['The Taliban overran a post in Afghanistan, leaving 15 soldiers dead.', ['AFG']],
  // The words that point back.
  ['The M23 holds Goma. The group has more than 8,000 fighters.', ['m23']],
  ['M23 is one of over 100 armed groups in eastern Congo. It has 5,000 fighters.', ['m23']],
  ['The Fano took the town of Debark. Thirty government soldiers were killed.', ['ETH']],
  [
    'Fighting with the Fano goes on in Gondar. Reports say 90 soldiers were killed, 40 wounded.',
    ['ETH', 'ETH'],
  ],
  ['The RSF stormed the base of the Sudanese army. At least 40 soldiers were killed.', ['SDN']],
  ['Al-Shabaab attacked a base in Somalia. The army said it killed 20 militants.', ['al-shabaab']],
  [
    'Sudanese air defences downed drones of the RSF. Ground defences shot down nine drones on Sunday.',
    ['rsf'],
  ],
  ['The RSF attacked El Fasher. A source in the Sudanese army said the army downed four drones.', ['rsf']],
  ['Militants of the TTP stormed a post in Pakistan. Six soldiers and 11 militants died.', ['PAK', 'ttp']],
  ['Unknown gunmen fired three rockets at a camp in Iraq.', [nobody]],
  ['Insurgents killed nine soldiers in Niger.', ['NER']],
  ['Three gunmen were killed by Indian soldiers.', [nobody]],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ actor }) => actor as string)).toEqual(expected)
})
