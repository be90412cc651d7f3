import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const rows: [string, string[]][] = [
  [
    'In a new update from the Chadian army, it was said that 40 soldiers had died.',
    ['Chadian army → tcd-military'],
  ],
  ['The cruiser will sail with two destroyers, as outlined in Admiral Ode’s statement.', ['Ode → ode']],
  [
    'A Kenyan diplomat was quoted by the agency as saying that 600 soldiers had left.',
    ['Kenyan diplomat → kenyan-diplomat'],
  ],
  ['The Pentagon said 300 soldiers had left.', ['Pentagon → usa-dod']],
  ['Defense Secretary Lloyd Austin said 300 soldiers had left.', ['Lloyd Austin → usa-dod']],
  [
    'South Korean intelligence believes that 3,000 troops have arrived.',
    ['South Korean intelligence → kor-nis'],
  ],
  ["South Korea's spy agency said 3,000 troops had arrived.", ["South Korea's spy agency → kor-nis"]],
  ['The National Intelligence Service (NIS) said 3,000 troops had arrived.', ['NIS → kor-nis']],
  [
    'Some 3,000 troops have arrived, according to Ukrainian officials.',
    ['Ukrainian officials → ukr-government'],
  ],
  ["Taiwan's defence ministry reported 12 Chinese drones.", ["Taiwan's defence ministry → twn-mod"]],
  ['Three hundred soldiers deserted, the army said.', ['army → army']],
  ['“We have lost 900 soldiers,” Zelensky said.', ['Zelensky → ukr-president']],
  ['"We have lost 900 soldiers," said Kenyan Colonel John Mwangi.', ['John Mwangi → john-mwangi']],
  ['Colin Kahl, the under secretary of defense, said 40 tanks were sent.', ['Colin Kahl → usa-dod']],
  ['Chad, its president said, has lost 40 soldiers.', ['its president → its-president']],
  [
    'The ministry spoke. Ukraine’s General Staff said 60 tanks were destroyed. It said 900 soldiers had died.',
    ['Ukraine’s General Staff → ukr-general-staff', 'Ukraine’s General Staff → ukr-general-staff'],
  ],
  [
    'General Mark Ode spoke to reporters. Ode said 60 soldiers had died. He said another 12 were missing.',
    ['Ode → ode', 'Ode → ode'],
  ],
  ['Reports suggest that 3,000 soldiers deserted.', ['-']],
  ['Some 900 soldiers reportedly deserted.', ['-']],
  ['It is said that 900 soldiers deserted.', ['-']],
  ['Nine hundred soldiers deserted.', ['-']],
  ['Officials said Tuesday that three soldiers were killed.', ['Officials → officials']],
  ['Russia says it shot down 40 Ukrainian drones.', ['Russia → rus-government']],
  [
    'A spokesman for Unheard Front said 40 soldiers died.',
    ['spokesman for Unheard Front → spokesman-for-unheard-front'],
  ],
  ['The talks failed, the mayor said.\n\nNine hundred soldiers deserted.', ['-']],
]

test.each(rows)('%s', (text, expected) => {
  expect(readRows(text, ({ source, origin }) => (source === null ? '-' : `${source} → ${origin}`))).toEqual(
    expected,
  )
})
