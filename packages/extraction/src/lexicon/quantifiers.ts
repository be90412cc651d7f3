import data from '../../data/quantifiers.json' with { type: 'json' }
import type { Qualifier } from '../claim-schema.ts'
import { loadData } from './load-data.ts'
import { QuantifiersSchema } from './schemas.ts'

const lists = loadData('quantifiers.json', QuantifiersSchema, data)

/** The words around numbers, ready for look-up. */
export const quantifiers = {
  before: byPhrase<Qualifier | 'keep'>(lists.before),
  after: byPhrase<Qualifier>(lists.after),
  partial: new Set(lists.partial),
  numbers: new Map(Object.entries(lists.numbers)),
  scales: new Map(Object.entries(lists.scales)),
  vague: new Map(Object.entries(lists.vague)),
}

function byPhrase<Value>(
  groups: readonly { qualifier: Value; phrases: readonly string[] }[],
): Map<string, Value> {
  return new Map(groups.flatMap((group) => group.phrases.map((phrase) => [phrase, group.qualifier] as const)))
}
