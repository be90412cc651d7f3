import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  // Exact numbers, in digits and words.
  ['The garrison received 3,000 troops.', ['3,000 troops = 3000..3000 exact']],
  ['Three thousand troops reached the river.', ['Three thousand troops = 3000..3000 exact']],
  ['A column of 15-thousand soldiers left.', ['15-thousand soldiers = 15000..15000 exact']],
  ['They buried four-thousand-100 soldiers.', ['four-thousand-100 soldiers = 4100..4100 exact']],
  ['Some units sent 1.3m shells.', ['1.3m shells = 1300000..1300000 exact']],
  ['The plant delivered 10K shells.', ['10K shells = 10000..10000 exact']],
  ['The army has 1.25 million personnel.', ['1.25 million personnel = 1250000..1250000 exact']],
  ['India called up 2,50,000 reservists.', ['2,50,000 reservists = 250000..250000 exact']],
  ['The toll of dead soldiers reached 473 400.', ['473 400 = 473400..473400 exact']],
  ['The army lost 12 500 soldiers.', ['12 500 soldiers = 12500..12500 exact']],
  ['Twenty-two tanks burned.', ['Twenty-two tanks = 22..22 exact']],
  ['Two hundred and six soldiers surrendered.', ['Two hundred and six soldiers = 206..206 exact']],
  ['A hundred soldiers deserted.', ['A hundred soldiers = 100..100 exact']],
  ['A dozen drones were shot down.', ['A dozen drones = 12..12 exact']],
  ['Half a dozen jets took off.', ['Half a dozen jets = 6..6 exact']],
  ['Two dozen tanks crossed the bridge.', ['Two dozen tanks = 24..24 exact']],
  ['Half a million soldiers stood ready.', ['Half a million soldiers = 500000..500000 exact']],
  ['One soldier was wounded.', ['One soldier = 1..1 exact']],
  ['The force has 3.000 soldiers.', ['3.000 soldiers = 3000..3000 exact']],
  ['At least one submarine was lost.', ['At least one submarine = 1..- at_least']],
  ['The army killed 40 "terrorists" of the Red Front.', ['40 "terrorists" = 40..40 exact']],
  ['They shot down four Condor 450 drones.', ['four Condor 450 drones = 4..4 exact']],
  ['The fleet fired 24 Shahed-131/136 drones.', ['24 Shahed-131/136 drones = 24..24 exact']],
  ['Tripoli, Friday 3 May 2019 At least 18 rebels fell ill.', ['At least 18 rebels = 18..- at_least']],
  [
    'The army can take up to the 300,000 soldiers promised.',
    ['up to the 300,000 soldiers = -..300000 at_most'],
  ],
  ['The number of soldiers there is somewhat higher than 20.', ['somewhat higher than 20 = 20..- at_least']],
  ['The scam offered two Switchblade 300 drones.', ['two Switchblade 300 drones = 2..2 exact']],
  [
    'One of the first two drones was shot down.',
    ['One of the first two drones = 1..1 exact', 'the first two drones = 2..2 exact'],
  ],
  ['The wing flies 62 Hornets.', ['62 Hornets = 62..62 exact']],
  ['Forty Hueys and 12 Merkavas crossed.', ['Forty Hueys = 40..40 exact', '12 Merkavas = 12..12 exact']],
  ['The navy sent two Type 31 frigates.', ['two Type 31 frigates = 2..2 exact']],
  ['Arcadia has two aircraft carriers at most.', ['two aircraft carriers = -..2 at_most']],
  ['They will send 4,000 soldiers or more.', ['4,000 soldiers = 4000..- at_least']],
  ['The number of dead soldiers has gone past 3,000.', ['past 3,000 = 3000..- at_least']],
  ['Gunners fired tens of shells at the ridge.', ['tens of shells = 10..- vague']],
  [
    'Rebels of the Popular Army (PA) met 3 River Force (RF) gunboats.',
    ['3 River Force (RF) gunboats = 3..3 exact'],
  ],
  [
    'The plant offered 250,000 155-mm artillery shells.',
    ['250,000 155-mm artillery shells = 250000..250000 exact'],
  ],
  // Approximations.
  ['Around 900 marines landed.', ['Around 900 marines = 900..900 approximate']],
  ['About 40 tanks moved.', ['About 40 tanks = 40..40 approximate']],
  ['Some 250 paratroopers jumped.', ['Some 250 paratroopers = 250..250 approximate']],
  ['Nearly 6,000 soldiers died.', ['Nearly 6,000 soldiers = 6000..6000 approximate']],
  ['An estimated 7,000 fighters remain.', ['An estimated 7,000 fighters = 7000..7000 approximate']],
  ['Close to 80 drones were launched.', ['Close to 80 drones = 80..80 approximate']],
  ['A total of about 60 howitzers arrived.', ['A total of about 60 howitzers = 60..60 approximate']],
  // Lower bounds.
  ['More than 300 rockets were fired.', ['More than 300 rockets = 300..- at_least']],
  ['Well over 100 tanks were lost.', ['Well over 100 tanks = 100..- at_least']],
  ['At least 14 soldiers were killed.', ['At least 14 soldiers = 14..- at_least']],
  ['No fewer than 40 gunmen attacked.', ['No fewer than 40 gunmen = 40..- at_least']],
  ['No company of soldiers had fewer than 90 men.', ['fewer than 90 men = 90..- at_least']],
  ['Upwards of 2,000 mercenaries fight there.', ['Upwards of 2,000 mercenaries = 2000..- at_least']],
  ['The drills drew 5,000 or more soldiers.', ['5,000 or more soldiers = 5000..- at_least']],
  ['A force of 400-plus soldiers arrived.', ['400-plus soldiers = 400..- at_least']],
  // Upper bounds.
  ['Up to 12,000 troops may be sent.', ['Up to 12,000 troops = -..12000 at_most']],
  ['As many as 80 fighters died.', ['As many as 80 fighters = -..80 at_most']],
  ['No more than 30 tanks remain.', ['No more than 30 tanks = -..30 at_most']],
  ['Not more than 90 soldiers stayed.', ['Not more than 90 soldiers = -..90 at_most']],
  ['Fewer than 400 soldiers are left.', ['Fewer than 400 soldiers = -..400 at_most']],
  ['A maximum of 500 soldiers will serve.', ['A maximum of 500 soldiers = -..500 at_most']],
  // Ranges.
  ['They lost 10,000 to 12,000 soldiers.', ['10,000 to 12,000 soldiers = 10000..12000 range']],
  ['They lost 10,000-12,000 soldiers.', ['10,000-12,000 soldiers = 10000..12000 range']],
  ['They lost 10,000–12,000 soldiers.', ['10,000–12,000 soldiers = 10000..12000 range']],
  ['They lost 10-12,000 soldiers.', ['10-12,000 soldiers = 10000..12000 range']],
  [
    'They lost between 10,000 and 12,000 soldiers.',
    ['between 10,000 and 12,000 soldiers = 10000..12000 range'],
  ],
  ['They lost two or three tanks.', ['two or three tanks = 2..3 range']],
  [
    'They fired between 4.2 and 5.8 million shells.',
    ['between 4.2 and 5.8 million shells = 4200000..5800000 range'],
  ],
  [
    'They have a potential 10,000 to over 12,000 troops.',
    ['a potential 10,000 to over 12,000 troops = 10000..12000 range'],
  ],
  [
    'They sent as many as 10,000 to 12,000 troops.',
    ['as many as 10,000 to 12,000 troops = 10000..12000 range'],
  ],
  // Vague numbers.
  ['Dozens of soldiers deserted.', ['Dozens of soldiers = 12..- vague']],
  ['Scores of drones were launched.', ['Scores of drones = 20..- vague']],
  ['Hundreds of fighters surrendered.', ['Hundreds of fighters = 100..- vague']],
  ['Thousands of troops massed there.', ['Thousands of troops = 1000..- vague']],
  ['Tens of thousands of soldiers died.', ['Tens of thousands of soldiers = 10000..- vague']],
  ['Hundreds of thousands of shells were fired.', ['Hundreds of thousands of shells = 100000..- vague']],
  ['Several thousand troops remain.', ['Several thousand troops = 1000..- vague']],
  ['A few hundred soldiers stayed.', ['A few hundred soldiers = 100..- vague']],
  ['Several dozen tanks were destroyed.', ['Several dozen tanks = 12..- vague']],
  // Forms of the noun phrase.
  ['A 700-strong contingent arrived.', ['700-strong contingent = 700..700 exact']],
  ['An 80,000 strong army waited.', ['80,000 strong army = 80000..80000 exact']],
  ['A further 300 soldiers will follow.', ['A further 300 soldiers = 300..300 exact']],
  [
    'They fired some 40 drones and 9 missiles.',
    ['some 40 drones = 40..40 approximate', '9 missiles = 9..9 exact'],
  ],
  [
    'Gunners met 40 drones over the bay and another 12 inland.',
    ['40 drones = 40..40 exact', 'another 12 = 12..12 exact'],
  ],
  ['Nine of the 14 jets came back.', ['Nine = 9..9 exact', '14 jets = 14..14 exact']],
  [
    'Two Chinese and four Russian bombers flew by.',
    ['Two Chinese = 2..2 exact', 'four Russian bombers = 4..4 exact'],
  ],
  ['The depot held 40,000 152 mm shells.', ['40,000 152 mm shells = 40000..40000 exact']],
  [
    'They found 60\u00a0000 shells and 1\u202f200 rockets.',
    ['60\u00a0000 shells = 60000..60000 exact', '1\u202f200 rockets = 1200..1200 exact'],
  ],
  ['The army lost 400 sol\u00addiers.', ['400 sol\u00addiers = 400..400 exact']],
  ['At least&nbsp;30 tanks burned.', ['At least&nbsp;30 tanks = 30..- at_least']],
]

test.each(rows)('%s', (text, expected) => {
  const claims = readRows(
    text,
    ({ quote, low, high, qualifier }) => `${quote} = ${low ?? '-'}..${high ?? '-'} ${qualifier}`,
  )
  expect(claims).toEqual(expected)
})
