import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  // Counts whose noun stands elsewhere, or is not a soldier's.
  ['Rebels stormed a base of Ugandan troops; Kampala said 54 of them had died.', ['54 of them killed UGA']],
  [
    'Nigeria and Benin are to send 1,500 and 600 troops respectively.',
    ['1,500 deployed NGA', '600 troops deployed BEN'],
  ],
  ['A contingent of NATO troops numbering 11,000 (from many states) remain there.', ['11,000 deployed nato']],
  ['Mali called up another thousand soldiers.', ['another thousand soldiers recruited MLI']],
  ['One rocket hit a warehouse.', ['One rocket launched -']],
  ['A Ruritanian police force of 40,000 keeps order.', []],
  ['They seized 212 AK47s, 6 light machine guns and 90 grenades.', []],
  ['The fighting has resulted in tens of thousands of deaths and widespread displacement.', []],
  ['The 15 victims were rescued unhurt from the kidnappers, police said.', []],
  // Predicates of verbs that only measure, and of words beside the count.
  ['The barrage that Iran fired comprised 170 drones.', ['170 drones launched IRN']],
  ['The clashes left 11 M23 rebels dead.', ['11 M23 rebels killed m23']],
  ['There were around 280 Malian soldiers in the base.', ['around 280 Malian soldiers deployed MLI']],
  ['Israel mobilised 60,000 reservists for an offensive into Gaza.', ['60,000 reservists recruited ISR']],
  ['Two Turkish soldiers were abducted near the border.', ['Two Turkish soldiers captured TUR']],
  ['Four Indian soldiers sustained injuries in the gunfight.', ['Four Indian soldiers wounded IND']],
  // Owners.
  ['Russia began deploying 2,000 peacekeepers to the valley.', ['2,000 peacekeepers deployed RUS']],
  ['Kenya expected Uganda to deploy 900 soldiers.', ['900 soldiers deployed UGA']],
  [
    'Contributing countries include Uganda with 4,500 soldiers and Kenya with 1,410.',
    ['4,500 soldiers deployed UGA', '1,410 deployed KEN'],
  ],
  ['Poland will buy 180 tanks from South Korea.', ['180 tanks supplied KOR']],
  [
    'US forces engaged six Houthi drones. Five of them crashed in the sea.',
    ['six Houthi drones other houthi', 'Five of them lost houthi'],
  ],
  [
    'India lost five Indian jets, including three Rafale fighters.',
    ['five Indian jets lost IND', 'three Rafale fighters lost IND'],
  ],
  // Lists.
  [
    'Armenia has also lost equipment, including:\n\n* 260 tanks\n* 700 trucks\n* 12 helicopters',
    ['260 tanks lost ARM', '12 helicopters lost ARM'],
  ],
  [
    'Russia has lost 7,000 tanks, 900 trucks and fuel tankers, 340 airplanes and 26 ships.',
    ['7,000 tanks lost RUS', '340 airplanes lost RUS', '26 ships lost RUS'],
  ],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ quote, predicate, actor }) => `${quote} ${predicate} ${actor ?? '-'}`)).toEqual(
    expected,
  )
})
