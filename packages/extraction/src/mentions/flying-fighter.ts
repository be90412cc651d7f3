import type { ItemForm } from '../lexicon/items.ts'
import { isOneOf, wordClass } from '../lexicon/word-classes.ts'
import type { Token } from '../text/token.ts'

const flying = wordClass('flying')
const aircraftWords = wordClass('aircraft')
const aircraftJoint = wordClass('aircraft-joint')

const model = /^[a-z]{1,3}-?\d/
const near = 4

/** The noun of "fighters", which are aircraft after a model ("F-35 fighters"), beside other aircraft ("40 bombers and 90 fighters") or in an air force. */
export function flyingFighter(tokens: readonly Token[], at: number, form: ItemForm): ItemForm {
  if (form.item !== 'fighter' || form.unit !== 'personnel') return form
  return isModified(tokens[at - 1]) || isListed(tokens, at) || isOfAirForce(tokens, at)
    ? { ...form, unit: 'materiel', item: 'fighter jet' }
    : form
}

function isModified(before: Token | undefined): boolean {
  return before !== undefined && (/^[a-z].*\d/.test(before.lower) || isOneOf(before, flying))
}

/** Aircraft joined by a comma, "and" or "mostly" on either side. */
function isListed(tokens: readonly Token[], at: number): boolean {
  if (isOneOf(tokens[at + 1], aircraftJoint))
    for (let next = at + 2; next <= at + 1 + near; next += 1) if (isAircraft(tokens[next])) return true
  for (let back = at - 1; back > at - 1 - near * 2 && back > 0; back -= 1)
    if (isOneOf(tokens[back], aircraftJoint) && isAircraft(tokens[back - 1])) return true
  return false
}

function isAircraft(token: Token | undefined): boolean {
  return token !== undefined && (isOneOf(token, aircraftWords) || model.test(token.lower))
}

/** "the air force has 365 fighters". */
function isOfAirForce(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(1, at - 8); back -= 1) {
    const word = tokens[back]?.lower
    if (word === '.' || word === ',') return false
    if (word === 'force' && tokens[back - 1]?.lower === 'air') return true
  }
  return false
}
