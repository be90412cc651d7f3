import { type ContextName, contexts } from '../lexicon/contexts.ts'
import { holdsOneOf, isOneOf, wordClass } from '../lexicon/word-classes.ts'
import { findLeadIn } from '../reading/find-lead-in.ts'
import type { Document } from '../text/document.ts'
import type { Token } from '../text/token.ts'
import { hasContext, lowerOf, modifiersOf } from './has-context.ts'
import type { Mention } from './mention.ts'

const ammunition = wordClass('ammunition')
const civilShip = wordClass('civil-ship')
const heavy = wordClass('heavy')
const machine = wordClass('machine')
const talks = wordClass('talks')

/** Whether rounds are of ammunition. */
export function isAmmunition(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  if (isRoundOf(document.tokens, mention.to)) return false
  return hasContext(document, mention, 'ammunition') || isStore(mention, before)
}

/** "21 rounds of military talks". */
function isRoundOf(tokens: readonly Token[], to: number): boolean {
  return tokens.slice(to, to + 5).some((token) => isOneOf(token, talks))
}

/** "1.8 million rounds" are of ammunition, and so are those after shells. */
function isStore({ quantity, sentence }: Mention, before: readonly Mention[]): boolean {
  if ((quantity.low ?? quantity.high ?? 0) >= 1000) return true
  const last = before.at(-1)
  return last !== undefined && sentence - last.sentence <= 2 && holdsOneOf(last.noun.item, ammunition)
}

/** Whether ships are warships. */
export function isNaval(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  if (holdsOneOf(modifiersOf(document, mention), civilShip)) return false
  if (isListed(document, mention, before)) return true
  return (
    hasContext(document, mention, 'naval') &&
    (isNavy(document, mention) || !hasContext(document, mention, 'merchant'))
  )
}

/** "three navy ships", "four PLA vessels": the owner makes them warships. */
function isNavy(document: Document, mention: Mention): boolean {
  return modifiersOf(document, mention)
    .split(' ')
    .some((word) => contexts.naval.has(word) || contexts.military.has(word))
}

/** An item among counts of weapons. */
function isListed(document: Document, mention: Mention, before: readonly Mention[]): boolean {
  const last = before.at(-1)
  if (last?.noun.unit !== 'materiel' || last.noun.context !== null) return false
  return last.sentence === mention.sentence || findLeadIn(document, mention.sentence) !== null
}

const calibre = /\d ?mm/

/** Whether vehicles, systems, guns and machines are weapons of war. */
export function isModel(document: Document, mention: Mention): boolean {
  const modifiers = modifiersOf(document, mention).split(' ')
  const any = (name: ContextName) => modifiers.some((word) => contexts[name].has(word))
  switch (mention.noun.item) {
    case 'vehicle':
      return any('armour')
    case 'system':
      return any('system') || modifiers.some((word) => /\d/.test(word))
    case 'weapon':
      return calibre.test(modifiers.join(' ')) || holdsOneOf(modifiers.join(' '), heavy)
    case 'gun':
      return !any('sidearm')
    case 'machine':
      return (
        hasContext(document, { ...mention, sentence: mention.sentence - 1 }, 'naval') ||
        holdsOneOf(lowerOf(document, { ...mention, sentence: mention.sentence - 1 }), machine)
      )
    default:
      return false
  }
}
