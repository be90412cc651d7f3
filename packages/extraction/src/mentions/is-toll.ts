import { holdsOneOf, isOneOf, someOf, wordClass } from '../lexicon/word-classes.ts'
import type { Document } from '../text/document.ts'
import type { Sentence } from '../text/split-sentences.ts'
import { hasContext, isWarStory, modifiersOf } from './has-context.ts'
import type { Mention } from './mention.ts'
import { startsNumber } from './starts-number.ts'

const civilToll = wordClass('civil-toll')
const joint = wordClass('joint')
const militaryToll = wordClass('military-toll')
const civilian = wordClass('civilian')
const deathOrWound = wordClass('death-or-wound')

/** Whether the dead, the wounded and the lost are those of a force. */
export function isToll(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const modifiers = modifiersOf(document, mention)
  if (holdsOneOf(modifiers, militaryToll)) return true
  if (holdsOneOf(modifiers, civilToll)) return false
  if (mention.noun.item === 'name') return hasContext(document, mention, 'troops')
  if (mention.noun.item.endsWith('loss'))
    return !hasContext(document, mention, 'civil') || hasContext(document, mention, 'troops')
  // "15 victims were rescued": only a number left alone is of a war's victims.
  if (mention.noun.item === 'victim' && mention.head !== null) return false
  const last = before.at(-1)
  const civil = hasContext(document, mention, 'civil')
  if (last?.sentence === mention.sentence && last.noun.unit === 'personnel') return true
  if (civil) return false
  if (hasContext(document, mention, 'troops') || isWarStory(document)) return true
  return last !== undefined && last.noun.unit === 'personnel' && mention.sentence - last.sentence <= 1
}

const longestMix = 5

/** "thousands of soldiers and civilians have died": dead that are not of a force alone. */
export function mixesDead({ tokens, sentences }: Document, mention: Mention): boolean {
  if (mention.noun.unit !== 'personnel' || mention.head === null) return false
  if (!isOneOf(tokens[mention.to], joint)) return false
  let mixed = false
  for (let at = mention.to + 1; at < mention.to + longestMix && !mixed; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number' || startsNumber(token)) return false
    mixed = isOneOf(token, civilian)
  }
  const { from, to } = sentences[mention.sentence] as Sentence
  return mixed && someOf(tokens, from, to, deathOrWound)
}
