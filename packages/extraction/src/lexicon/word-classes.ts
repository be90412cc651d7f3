import type { InferOutput } from 'valibot'
import data from '../../data/word-classes.json' with { type: 'json' }
import type { Token } from '../text/token.ts'
import { addWord } from '../text/word-ids.ts'
import { forgetEntries } from '../text/word-kinds.ts'
import { inflectVerb } from './inflect-verb.ts'
import { InvalidDataError } from './invalid-data-error.ts'
import { loadData } from './load-data.ts'
import { WordClassesSchema } from './schemas.ts'

type Headings = typeof data

/** The names of the classes of `data/word-classes.json`. */
export type WordClassName = { [Heading in keyof Headings]: keyof Headings[Heading] }[keyof Headings]

/** A named class of words: as written, and as a bit for each id, which is several times quicker to look up. */
export type WordClass = { words: ReadonlySet<string>; bits: Uint8Array }

const classes = readClasses(loadData('word-classes.json', WordClassesSchema, data))

/** A class by its name; one that the data file lacks stops the start, not an article. */
export function wordClass(name: WordClassName): WordClass {
  const found = classes.get(name)
  if (found === undefined) throw new InvalidDataError(`word-classes.json: there is no class "${name}"`)
  return found
}

/** Whether a token is a word of a class; what lies beyond the text is none. */
export function isOneOf(token: Token | undefined, { bits }: WordClass): boolean {
  return token !== undefined && ((bits[token.wordId >> 3] ?? 0) & (1 << (token.wordId & 7))) !== 0
}

/** Whether a token of a run is a word of a class. */
export function someOf(tokens: readonly Token[], from: number, to: number, of: WordClass): boolean {
  const end = Math.min(to, tokens.length)
  for (let at = from; at < end; at += 1) if (isOneOf(tokens[at], of)) return true
  return false
}

/** Whether a text holds a word of a class, also as a part of another word. */
export function holdsOneOf(text: string, { words }: WordClass): boolean {
  for (const word of words) if (text.includes(word)) return true
  return false
}

/** Whether a word begins with a word of a class. */
export function startsLikeOneOf(text: string, { words }: WordClass): boolean {
  for (const word of words) if (text.startsWith(word)) return true
  return false
}

/** Whether a word or phrase ends with a word of a class. */
export function endsLikeOneOf(text: string, { words }: WordClass): boolean {
  for (const word of words) if (text.endsWith(word)) return true
  return false
}

function readClasses(headings: InferOutput<typeof WordClassesSchema>): Map<string, WordClass> {
  const found = new Map<string, WordClass>()
  for (const heading of Object.values(headings)) {
    for (const [name, { words = [], verbs = [] }] of Object.entries(heading)) {
      if (found.has(name)) throw new InvalidDataError(`word-classes.json: two classes are named "${name}"`)
      found.set(name, createClass([...words, ...verbs.flatMap(formsOf)]))
    }
  }
  // Words written before have got ids only now.
  forgetEntries()
  return found
}

function formsOf(verb: string): string[] {
  return Object.values(inflectVerb(verb))
}

function createClass(words: readonly string[]): WordClass {
  const ids = words.map(addWord)
  const bits = new Uint8Array((Math.max(...ids) >> 3) + 1)
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7))
  return { words: new Set(words), bits }
}
