import { type CharacterClass, characterClass } from './character-class.ts'
import { readEntity } from './read-entity.ts'
import { scanNumber } from './scan-number.ts'
import type { Token } from './token.ts'
import { type WordEntry, wordEntry } from './word-kinds.ts'

const straight: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‒': '–',
  '―': '—',
}

/** White space and line breaks since the last token. */
type Space = { gap: boolean; breaks: number }

/** Cuts a text into tokens whose spans are exact on any input. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const space: Space = { gap: true, breaks: 0 }
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    // One plain space between words is by far the commonest case.
    if (code === 32) {
      space.gap = true
      at += 1
      continue
    }
    const kind = characterClass(code)
    if (kind === 'space' || kind === 'break' || kind === 'hidden') {
      skipSpace(text, at, kind, space)
      at += 1
      continue
    }
    const token = readToken(text, at, kind, space)
    if (token === null) {
      at = readEntity(text, at)?.end ?? at + 1
      space.gap = true
      continue
    }
    tokens.push(token)
    at = token.end
    space.gap = false
    space.breaks = 0
  }
  return tokens
}

function skipSpace(text: string, at: number, kind: CharacterClass, space: Space): void {
  // A carriage return and its line feed are one break.
  if (kind === 'break' && !(text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13)) space.breaks += 1
  if (kind !== 'hidden') space.gap = true
}

/** The token that starts here; null for an entity that stands for a space. */
function readToken(text: string, at: number, kind: CharacterClass, space: Space): Token | null {
  if (kind === 'letter') {
    const end = scanWord(text, at)
    return createToken(at, end, wordEntry(text, at, end), 'word', space, Number.NaN)
  }
  if (kind === 'digit') {
    const number = scanNumber(text, at)
    return createToken(at, number.end, wordEntry(text, at, number.end), number.kind, space, number.value)
  }
  return readMark(text, at, space)
}

function readMark(text: string, at: number, space: Space): Token | null {
  const entity = text[at] === '&' ? readEntity(text, at) : null
  if (entity?.character === ' ') return null
  const character = entity?.character ?? (text[at] as string)
  const mark = straight[character] ?? character
  const end = entity?.end ?? at + 1
  if (mark === "'" && isPossessive(text, end))
    return createToken(at, end + 1, wordEntry("'s", 0, 2), 'word', space, Number.NaN)
  return createToken(at, end, wordEntry(mark, 0, mark.length), 'mark', space, Number.NaN)
}

function isPossessive(text: string, at: number): boolean {
  const next = text[at]
  return (next === 's' || next === 'S') && !continuesWord(text, at + 1)
}

function continuesWord(text: string, at: number): boolean {
  if (at >= text.length) return false
  const kind = characterClass(text.charCodeAt(at))
  return kind === 'letter' || kind === 'digit'
}

/** A word runs over inner hyphens and apostrophes and over the points of "U.S.". */
function scanWord(text: string, start: number): number {
  let at = start
  for (;;) {
    at = skipLetters(text, at)
    if (at >= text.length) break
    if (text.charCodeAt(at) === 32) break
    const kind = characterClass(text.charCodeAt(at))
    if (kind === 'letter' || kind === 'digit' || kind === 'hidden') at += 1
    else if (kind === 'mark' && joinsWord(text, start, at)) at += 1
    else break
  }
  while (characterClass(text.charCodeAt(at - 1)) === 'hidden') at -= 1
  return at
}

/** Most letters are plain ones, which need no table. */
function skipLetters(text: string, start: number): number {
  let at = start
  for (;;) {
    const code = text.charCodeAt(at) | 0x20
    if (!(code >= 97 && code <= 122)) return at
    at += 1
  }
}

function joinsWord(text: string, start: number, at: number): boolean {
  const mark = straight[text[at] as string] ?? text[at]
  if (mark === '-') return continuesWord(text, at + 1)
  if (mark === "'") return continuesWord(text, at + 1) && !isPossessive(text, at + 1)
  if (mark === '.') return isInitial(text, start, at)
  return mark === '/' && text.slice(start, at) === 'AFC'
}

/** The point belongs to "U.S." when a single letter stands before it and a letter or a point before that. */
function isInitial(text: string, start: number, at: number): boolean {
  if (at - 1 !== start && text[at - 2] !== '.') return false
  if (at - 1 === start) return at + 2 < text.length && isLetter(text, at + 1) && text[at + 2] === '.'
  return isLetter(text, at - 1)
}

function isLetter(text: string, at: number): boolean {
  return characterClass(text.charCodeAt(at)) === 'letter'
}

function createToken(
  start: number,
  end: number,
  { text, lower, capital, kinds }: WordEntry,
  kind: Token['kind'],
  space: Space,
  value: number,
): Token {
  return {
    start,
    end,
    text,
    lower,
    kind,
    gap: space.gap,
    breaks: space.breaks,
    capital: capital && kind === 'word',
    value,
    kinds,
  }
}
