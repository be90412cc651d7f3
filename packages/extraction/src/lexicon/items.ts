import nationalities from 'i18n-nationality/langs/en.json' with { type: 'json' }
import type { InferOutput } from 'valibot'
import data from '../../data/items.json' with { type: 'json' }
import type { Predicate, Unit } from '../claim-schema.ts'
import { wordKind } from '../text/word-kinds.ts'
import { loadData } from './load-data.ts'
import { addPhrase, createPhraseIndex, type PhraseIndex } from './phrase-index.ts'
import { pluralOfWord } from './plural-of-word.ts'
import { type ItemContextSchema, ItemsSchema } from './schemas.ts'

/** A noun that is counted, in one of its forms. */
export type ItemForm = {
  item: string
  unit: Unit
  number: 'singular' | 'plural' | 'both'
  context: InferOutput<typeof ItemContextSchema> | null
  predicate: Predicate | null
  /** Fighters of no state: gunmen, rebels. */
  armed: boolean
}

/** Every form of every counted noun. */
export const items: PhraseIndex<ItemForm> = createItemIndex()

function createItemIndex(): PhraseIndex<ItemForm> {
  const index = createPhraseIndex<ItemForm>(wordKind.item)
  for (const demonym of Object.values(nationalities.nationalities))
    if (/^[^(,]*(?:an|i)$/.test(demonym))
      addForms(index, demonym.toLowerCase(), { unit: 'personnel', context: 'person', names: [] })
  // Plainly military readings are added last, so that they win over those that need a context.
  const entries = loadData('items.json', ItemsSchema, data)
  for (const entry of entries.toSorted(
    (a, b) => Number(b.context !== undefined) - Number(a.context !== undefined),
  )) {
    for (const name of entry.names) addForms(index, name, entry)
  }
  return index
}

function addForms(
  index: PhraseIndex<ItemForm>,
  name: string,
  entry: InferOutput<typeof ItemsSchema>[number],
): void {
  const add = (phrase: string, item: string, number: ItemForm['number']) =>
    addPhrase(index, phrase, {
      item,
      number,
      unit: entry.unit,
      context: entry.context ?? null,
      predicate: entry.predicate ?? null,
      armed: entry.armed ?? false,
    })
  if (name.endsWith('*')) {
    const only = name.slice(0, -1)
    add(only, only, 'both')
    return
  }
  const [singular = name, plural = pluralOfPhrase(singular)] = name.split('/')
  add(singular, singular, 'singular')
  add(plural, singular, 'plural')
}

function pluralOfPhrase(phrase: string): string {
  const [head = phrase, ...tail] = phrase.split(/ (?=of |in |and )/)
  const words = head.split(' ')
  const last = words.pop() ?? ''
  return [[...words, pluralOfWord(last)].join(' '), ...tail].join(' ')
}
