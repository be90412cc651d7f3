import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const speakers: [string, (string | null)[]][] = [
  // Who says it, in front of the verb.
  [
    'A human rights activist in the valley told Reuters that 40 soldiers had died.',
    ['human rights activist'],
  ],
  ['A nurse at the clinic in Gao said three soldiers died of their wounds.', ['nurse']],
  ['A shopkeeper who saw the convoy said 40 tanks had gone through the town.', ['shopkeeper']],
  [
    'Two Western diplomats familiar with the plan said Rwanda had sent 4,000 soldiers.',
    ['Western diplomats'],
  ],
  [
    'Civil society and military sources said that 30 soldiers had been killed.',
    ['Civil society and military sources'],
  ],
  ['Local media report that 300 soldiers were killed near Bahir Dar.', ['Local media']],
  [
    'The mission’s deputy head, Amina Diallo, noted last week that 3,000 soldiers had left.',
    ['Amina Diallo'],
  ],
  [
    'Envoy to Chad and head of the mission Amina Diallo noted last week the force has 3,000 soldiers.',
    ['Amina Diallo'],
  ],
  [
    'Commander Idris Bello, who spoke to reporters at a base near Jos, said 60 fighters had been killed.',
    ['Idris Bello'],
  ],
  [
    'The director of army information, Major General Musa Ode, said troops had killed nine militants.',
    ['Musa Ode'],
  ],
  ['Musa Ode, a spokesman for the Nigerian army, said troops had killed nine militants.', ['Musa Ode']],
  ['Army chief Lt.-Gen. Musa Ode on Monday said 900 soldiers had been sent north.', ['Musa Ode']],
  ['President Lazarus Chakwera has since confirmed that three Malawian soldiers died.', ['Lazarus Chakwera']],
  ['The Joint Chiefs of Staff (JCS) in Seoul said some 20 soldiers crossed the line.', ['JCS']],
  [
    'The Taiwanese defence ministry has detected 14 Chinese aircraft around the island.',
    ['Taiwanese defence ministry'],
  ],
  [
    'Japan’s Ministry of Defence spotted four Russian warships off Hokkaido.',
    ['Japan’s Ministry of Defence'],
  ],
  ['The "Northern Command" of the Indian army announced that two soldiers had died.', ['Northern Command']],
  ['The army, in a statement on Sunday, said 12 soldiers had been wounded.', ['army']],
  ['The ministry in a post on X said that its forces shot down 30 drones.', ['ministry']],
  ['Speaking at the border, Prime Minister Petr Novak said 500 soldiers would be sent.', ['Petr Novak']],
  ['Mali’s junta has claimed that 50 jihadists died.', ['Mali’s junta']],
  ['The Sudan Doctors Network said 12 soldiers had been killed in the shelling.', ['Sudan Doctors Network']],
  ['The watchdog counted 340 drones in the night.', ['watchdog']],
  ['M23 says it has captured 120 Congolese soldiers.', ['M23']],
  ['The RSF said its fighters had killed 70 soldiers and destroyed 12 tanks.', ['RSF', 'RSF']],
  [
    'A senior Israeli official, speaking on condition of anonymity, said 5,000 reservists had been called up.',
    ['senior Israeli official'],
  ],
  // The verb first, or at the end.
  ['Forty soldiers were killed, a hospital worker in Mopti told AFP.', ['hospital worker']],
  ['Forty soldiers were killed, said a doctor at the main hospital.', ['doctor']],
  ['“We counted 40 tanks,” recalled Fatima, a teacher in the town.', ['Fatima']],
  [
    'About 40 drones were shot down, the head of the regional administration, Oleh Hryhorov, wrote on Telegram.',
    ['Oleh Hryhorov'],
  ],
  [
    'Some 600 police officers will be sent to Haiti, President William Ruto announced on Friday.',
    ['William Ruto'],
  ],
  [
    'Last week the army fired warning shots after about 20 soldiers crossed the river, Seoul officials said.',
    ['Seoul officials'],
  ],
  ['Some 50 rockets were fired at Haifa, the Israeli army says.', ['Israeli army']],
  ['Eleven soldiers died, Reuters reported, citing two officials.', ['officials']],
  ['Eleven soldiers died, Yonhap reported, quoting the defence ministry.', ['defence ministry']],
  // Phrases.
  [
    'According to local media reports, 355 soldiers were killed, 155 were wounded and 35 captured.',
    ['local media', 'local media', 'local media'],
  ],
  ['Latvia hosts 1,500 troops from ten countries, based on data from NATO.', ['NATO']],
  ['Figures from the defence ministry show that 3,000 soldiers deserted.', ['defence ministry']],
  ['Pentagon data show that 900 American soldiers are in Syria.', ['Pentagon']],
  ['A UN report found that Rwanda has 4,000 soldiers in eastern Congo.', ['UN']],
  ['A report by Amnesty International says 60 soldiers were killed.', ['Amnesty International']],
  ['In a statement, the Somali army said 40 fighters were killed.', ['Somali army']],
  [
    'By the count of the Syrian Observatory for Human Rights, 80 fighters have died.',
    ['Syrian Observatory for Human Rights'],
  ],
  ['By Kyiv’s count, 40 tanks were lost in the battle.', ['Kyiv']],
  ['In the estimate of Western officials, 9,000 soldiers are massed at the border.', ['Western officials']],
  ['Estimates by the Norwegian army put the force at 30,000 soldiers.', ['Norwegian army']],
  ['The US military’s estimate is that 4,000 soldiers have crossed the river.', ['US military']],
  ['As per the defence ministry, 33 soldiers were wounded.', ['defence ministry']],
  ['The statement from Hezbollah said 12 rockets were fired at the base.', ['Hezbollah']],
  // What the words point to.
  [
    'Central Command issued a statement on Sunday. The statement said 12 Houthi drones had been destroyed.',
    ['Central Command'],
  ],
  [
    'A military source told of an ambush. The source added that 12 soldiers were missing.',
    ['military source'],
  ],
  ['The base fell, army spokesman Ali Traore said, adding that 12 soldiers were missing.', ['Ali Traore']],
  ['The attack ended at dawn, the army said, adding it had killed 13 jihadists.', ['army']],
  [
    'Kenya’s police said 12 gunmen died in Haiti. The police added that 30 gunmen were killed in all.',
    ['Kenya’s police', 'Kenya’s police'],
  ],
]

const runs: [string, (string | null)[]][] = [
  // Sentences that plainly go on.
  [
    'UN officials said six peacekeepers had died. Among the dead were two Uruguayan peacekeepers.',
    ['UN officials', 'UN officials'],
  ],
  ['The army said 40 jihadists were killed. Another 12 were captured.', ['army', 'army']],
  [
    'The General Staff said Russia had lost 900,000 troops.\n\nThis number includes 950 casualties of the past day.',
    ['General Staff', 'General Staff'],
  ],
  [
    'According to officials, 40,000 reservists were called up. In total, up to 130,000 reservists are expected to fight.',
    ['officials', 'officials'],
  ],
  [
    'The Kurdish command said 30 of its fighters had died. Of those, 12 fighters died in Kobane.',
    ['Kurdish command', 'Kurdish command'],
  ],
  [
    'Turkey’s defence ministry said 20 militants were killed in Iraq. Eight of them were killed in Gara.',
    ['Turkey’s defence ministry', 'Turkey’s defence ministry'],
  ],
  // Lists and tables.
  [
    'According to the General Staff, Russia has lost:\n\n* 10,000 tanks\n\n* 21,000 armoured vehicles\n\n* 24,000 artillery systems',
    ['General Staff', 'General Staff', 'General Staff'],
  ],
  [
    'The rebels said that they had seized much equipment, including:\n\n- 12 tanks\n- four howitzers\n- two helicopters',
    ['rebels', 'rebels', 'rebels'],
  ],
  // A second clause.
  [
    'Northern Command announced that one base would send 2,400 soldiers, while another 500 soldiers would come from the coast.',
    ['Northern Command', 'Northern Command'],
  ],
  ['The army said 12 soldiers died and that 40 others were wounded.', ['army', 'army']],
  ['Israel’s army said it hit a depot, and that it killed 12 Hezbollah fighters.', ['Israel’s army']],
  // Quotations.
  [
    '“We lost nine soldiers,” General Musa Ode said. “They killed 60 of the attackers and seized four tanks.”',
    ['Musa Ode', 'Musa Ode', 'Musa Ode'],
  ],
  [
    'The statement detailed: "Between 6 and 9 a.m. our ships met six Houthi drones." "Five drones crashed," it went on.',
    [null, null],
  ],
  [
    'Central Command published a statement.\n\nThe statement continued, "U.S. forces destroyed six Houthi drones. Four drones crashed."',
    ['Central Command', 'Central Command'],
  ],
]

const background: [string, (string | null)[]][] = [
  ['NATO said it would help, following clashes that wounded 30 peacekeepers.', [null]],
  ['The talks failed, the mayor said.\n\nRwanda has 4,000 soldiers in the east.', [null]],
  ['Israel has mobilised 60,000 reservists.', [null]],
  ['The attacks have killed 20 soldiers on the Israeli side.', [null]],
  ['Officials have not commented. Some 900 soldiers are stationed there.', [null]],
  ['Kenya pledged 1,000 police officers to the Haiti mission.', [null]],
  ['The army warned of storms. Uganda has 4,500 soldiers in Somalia.', [null]],
  ['Iran fired 180 missiles after warning Israel.', [null]],
  ['The mission, which the Security Council approved in June, has 980 personnel.', [null]],
  ['The United States ordered 2,000 soldiers to the border.', [null]],
  ['Reports say that 300 soldiers deserted.', [null]],
  ['The base, which is said to house 300 soldiers, was shelled.', [null]],
  ['In accordance with the accord, 2,000 Russian peacekeepers were deployed.', [null]],
  ['The army said the road was open, while Chad has 3,000 soldiers at the border.', [null]],
]

test.each([...speakers, ...runs, ...background])('%s', (text, expected) => {
  expect(readRows(text, ({ source }) => source ?? '-')).toEqual(expected.map((source) => source ?? '-'))
})
