import type { ItemForm } from '../lexicon/items.ts'
import type { Token } from '../text/token.ts'

const flyingWords = new Set(
  'jet rafale typhoon generation fourth-generation fifth-generation multirole multi-role stealth plaaf plane mig sukhoi gripen hornet'.split(
    ' ',
  ),
)
const aircraft = /^(?:jets?|bombers?|aircraft|planes?|warplanes?|helicopters?|airlifters?|transports)$/
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
  return before !== undefined && (/^[a-z].*\d/.test(before.lower) || flyingWords.has(before.lower))
}

/** Aircraft joined by a comma, "and" or "mostly" on either side. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const joined = /^(?:and|or|,|\(|mostly|including)$/
  if (joined.test(tokens[at + 1]?.lower ?? ''))
    for (let next = at + 2; next <= at + 1 + near; next += 1) if (isAircraft(tokens[next])) return true
  for (let back = at - 1; back > at - 1 - near * 2 && back > 0; back -= 1)
    if (joined.test(tokens[back]?.lower ?? '') && isAircraft(tokens[back - 1])) return true
  return false
}

function isAircraft(token: Token | undefined): boolean {
  return token !== undefined && (aircraft.test(token.lower) || model.test(token.lower))
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
