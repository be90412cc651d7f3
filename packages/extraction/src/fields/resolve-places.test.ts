import { expect, test } from 'vitest'
import { extractClaims } from '../extract-claims.ts'

function places(text: string): string[][] {
  const claims = extractClaims({ id: 'a', title: null, text, published: null })
  return claims.map(({ places, placeIds }) => places.map((name, index) => `${name}=${placeIds[index]}`))
}

test.each<[string, string[][]]>([
  ['Arcadia has no part in this: 400 French soldiers are in Mali.', [['Mali=ML']]],
  ['France sent 400 soldiers to Mali, Niger and Chad.', [['Mali=ML', 'Niger=NE', 'Chad=TD']]],
  ['France sent 400 soldiers into the Gao region.', [['Gao region=ML-7']]],
  ["Russia sent 400 soldiers into Ukraine's Kharkiv region.", [['Kharkiv region=UA-63']]],
  ['Russia moved 400 soldiers into the Ukrainian region of Sumy.', [['Sumy=UA-59']]],
  ["Russia massed 400 soldiers on Ukraine's border.", [['Ukraine=UA']]],
  ['Russia massed 400 soldiers along the border with Finland.', [['Finland=FI']]],
  ['Israel has 400 soldiers in parts of southern Lebanon.', [['southern Lebanon=southern-lebanon']]],
  ['France sent 400 soldiers to Mali and 90 soldiers to Chad.', [['Mali=ML'], ['Chad=TD']]],
  ['In Darfur, the RSF lost 40 fighters.', [['Darfur=darfur']]],
  ['France has 400 soldiers in Mali, with another 90 on standby.', [['Mali=ML'], ['Mali=ML']]],
  ['Turkey has 220 brigades compared with the 110 of Greece.', [[]]],
  ["The army's 400 soldiers were told to obey the National Security Council.", [[]]],
  ['Officials in Washington said 400 French soldiers had died.', [[]]],
  [
    'French troops are stationed in Niger. About 400 soldiers have been deployed, officials said.',
    [['Niger=NE']],
  ],
  ['Some 400 soldiers were killed in Kursk, Ukraine said.', [['Kursk=RU-KRS']]],
  ['Some 400 soldiers were killed in Kursk, Russia, Kyiv said.', [['Kursk=RU-KRS', 'Russia=RU']]],
  ['Russia moved 400 soldiers to Kharkiv, Reuters reported.', [['Kharkiv=UA-63']]],
  ['Russia has 400 soldiers in Minsk and 90 soldiers in Belarus.', [['Minsk=minsk'], ['Belarus=BY']]],
  ['China sent 400 soldiers to Singapore.', [['Singapore=SG']]],
  ['France has deployed 400 troops to Mali, Chad said.', [['Mali=ML']]],
  ['Some 400 soldiers were killed in Kursk, Pentagon officials said.', [['Kursk=RU-KRS']]],
  [
    'The posting of troops to Mali proved costly, with estimates suggesting 400 French soldiers have died.',
    [['Mali=ML']],
  ],
  ['Some 400 soldiers were killed in Kharkiv, Moscow claimed.', [['Kharkiv=UA-63']]],
])('%s', (text, expected) => {
  expect(places(text).slice(0, expected.length)).toEqual(expected)
})
