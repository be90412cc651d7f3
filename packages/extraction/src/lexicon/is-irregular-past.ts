import { irregular } from './irregular-verbs.ts'

// Participles that describe a noun ("three lost tanks") are left out: they do not end it.
const describing = new Set(['lost', 'sunk', 'slain', 'hit', 'cut', 'set', 'put', 'killed', 'downed'])

const irregularPasts = new Set(
  Object.values(irregular)
    .flat()
    .filter((word) => !word.endsWith('ed')),
)

/** Whether a word is the past of an irregular verb, such as "went"; `any` counts those that describe too. */
export function isIrregularPast(word: string, which: 'any' | 'verb' = 'verb'): boolean {
  return irregularPasts.has(word) && (which === 'any' || !describing.has(word))
}
