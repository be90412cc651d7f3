import { type ContextName, contexts } from '../lexicon/contexts.ts'
import type { WordClass } from '../lexicon/word-classes.ts'
import { countWarWords } from '../text/count-war-words.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import type { Mention } from './mention.ts'

/** Whether the sentence of a mention holds a word of a list of `data/contexts.json`; some words of it may not count. */
export function hasContext(
  document: Document,
  mention: Mention,
  name: ContextName,
  except: WordClass | null = null,
): boolean {
  const sentence = document.sentences[mention.sentence]
  if (sentence === undefined) return false
  const words = contexts[name]
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const { lower } = document.tokens[at] as Token
    if (
      words.has(lower) &&
      !except?.words.has(lower) &&
      !(at >= mention.from && at < mention.to && name === 'naval')
    )
      return true
  }
  return false
}

/** The words between a number and its noun, in lower case. */
export function modifiersOf(document: Document, mention: Mention): string {
  return document.tokens
    .slice(mention.quantity.to, mention.head?.from ?? mention.to)
    .map((token) => token.lower)
    .join(' ')
}

/** The words of the sentence of a mention, in lower case. */
export function lowerOf(document: Document, mention: Mention): string {
  const sentence = document.sentences[mention.sentence]
  if (sentence === undefined) return ''
  return document.tokens
    .slice(sentence.from, sentence.to)
    .map((token) => token.lower)
    .join(' ')
}

/** A story that speaks of soldiers far more than of civilians: its dead are soldiers. */
export function isWarStory(document: Document): boolean {
  const { military, civil } = countWarWords(document)
  return military >= 6 && military > 2 * civil
}

const missionStories = new WeakMap<Document, boolean>()

/** A story that names a mission or its gangs again and again. */
export function isMissionStory(document: Document): boolean {
  const known = missionStories.get(document)
  if (known !== undefined) return known
  const named = document.tokens.filter(({ lower }) => contexts.missions.has(lower)).length
  const answer = named >= 3
  missionStories.set(document, answer)
  return answer
}
