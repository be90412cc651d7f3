import data from '../../data/adversaries.json' with { type: 'json' }
import { loadData } from './load-data.ts'
import { AdversariesSchema } from './schemas.ts'

const enemies = new Map<string, Set<string>>()
for (const [left, right] of loadData('adversaries.json', AdversariesSchema, data).pairs) {
  add(left, right)
  add(right, left)
}
const none: ReadonlySet<string> = new Set()

/** Those whom an actor is known to fight. */
export function adversariesOf(actor: string): ReadonlySet<string> {
  return enemies.get(actor) ?? none
}

function add(actor: string, enemy: string): void {
  const known = enemies.get(actor) ?? new Set()
  enemies.set(actor, known.add(enemy))
}
