import data from '../../data/adversaries.json' with { type: 'json' }
import { isState } from './is-state.ts'
import { loadData } from './load-data.ts'
import { AdversariesSchema } from './schemas.ts'

const lists = loadData('adversaries.json', AdversariesSchema, data)
const enemies = new Map<string, Set<string>>()
for (const [left, right] of lists.pairs) {
  add(left, right)
  add(right, left)
}
const main = new Map(Object.entries(lists.main))
const none: ReadonlySet<string> = new Set()

/** Those whom an actor is known to fight. */
export function adversariesOf(actor: string): ReadonlySet<string> {
  return enemies.get(actor) ?? none
}

/** Whom an actor fights above all: a state's great war, the state that a group rises against; else null. */
export function mainAdversaryOf(actor: string): string | null {
  const known = main.get(actor)
  if (known !== undefined) return known
  const [first] = adversariesOf(actor)
  return first !== undefined && !isState(actor) && isState(first) ? first : null
}

function add(actor: string, enemy: string): void {
  const known = enemies.get(actor) ?? new Set()
  enemies.set(actor, known.add(enemy))
}
