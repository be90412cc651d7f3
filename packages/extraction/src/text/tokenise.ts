import { type CharacterClass, characterClass } from './character-class.ts'
import { readEntity } from './read-entity.ts'
import { scanNumber } from './scan-number.ts'
import type { Token } from './token.ts'
import { fixedEntry, type WordEntry, wordEntry } from './word-kinds.ts'

const straight = new Map<number, string>(
  Object.entries({
    "'": '’‘ʼ`´',
    '"': '“”„«»',
    '-': '‐‑−',
    '–': '‒',
    '—': '―',
  }).flatMap(([mark, written]) => [...written].map((each) => [each.charCodeAt(0), mark] as const)),
)

/** White space and line breaks since the last token. */
type Space = { gap: boolean; breaks: number }

/** What is read, as a string and as its code units, which are several times faster to scan. */
type Source = { text: string; codes: Uint16Array }

/** Cuts a text into tokens whose spans are exact on any input. */
export function tokenise(text: string): Token[] {
  const source = { text, codes: codesOf(text) }
  const { codes } = source
  const tokens: Token[] = []
  const space: Space = { gap: true, breaks: 0 }
  let at = 0
  while (at < text.length) {
    const code = codes[at] as number
    // One plain space between words is by far the commonest case.
    if (code === 32) {
      space.gap = true
      at += 1
      continue
    }
    const kind = characterClass(code)
    if (kind === 'space' || kind === 'break' || kind === 'hidden') {
      skipSpace(codes, at, kind, space)
      at += 1
      continue
    }
    const token = readToken(source, at, kind, space)
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

function skipSpace(codes: Uint16Array, at: number, kind: CharacterClass, space: Space): void {
  // A carriage return and its line feed are one break.
  if (kind === 'break' && !(codes[at] === 10 && codes[at - 1] === 13)) space.breaks += 1
  if (kind !== 'hidden') space.gap = true
}

/** The token that starts here; null for an entity that stands for a space. */
function readToken(source: Source, at: number, kind: CharacterClass, space: Space): Token | null {
  const { text, codes } = source
  if (kind === 'letter') {
    const end = scanWord(source, at)
    return createToken(at, end, wordEntry(text, codes, at, end), 'word', space, undefined)
  }
  if (kind === 'digit') {
    const { end, kind, value } = scanNumber(text, at)
    return createToken(
      at,
      end,
      wordEntry(text, codes, at, end),
      kind,
      space,
      kind === 'number' ? value : undefined,
    )
  }
  return readMark(source, at, space)
}

function readMark({ text, codes }: Source, at: number, space: Space): Token | null {
  const entity = codes[at] === 38 ? readEntity(text, at) : null
  if (entity?.character === ' ') return null
  const mark = entity === null ? markOf(codes[at] as number) : markOf(entity.character.charCodeAt(0))
  const end = entity?.end ?? at + 1
  if (mark === "'" && isPossessive(text, end))
    return createToken(at, end + 1, fixedEntry("'s"), 'word', space, undefined)
  return createToken(at, end, fixedEntry(mark), 'mark', space, undefined)
}

/** A mark in its straight form. */
function markOf(code: number): string {
  return commonMarks[code] ?? straight.get(code) ?? String.fromCharCode(code)
}

// Most marks are points and commas, which need neither a look-up nor a new string.
const commonMarks = Array.from({ length: 128 }, (_, code) => straight.get(code) ?? String.fromCharCode(code))

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
function scanWord({ text, codes }: Source, start: number): number {
  let at = start
  for (;;) {
    at = skipLetters(codes, at)
    // Most words end with a space or with the text.
    if (at >= text.length || codes[at] === 32) break
    const kind = characterClass(codes[at] as number)
    if (kind === 'letter' || kind === 'digit' || kind === 'hidden') at += 1
    else if (kind === 'mark' && joinsWord(text, start, at)) at += 1
    else break
  }
  while (characterClass(codes[at - 1] as number) === 'hidden') at -= 1
  return at
}

/** Most letters are plain ones, which need no table; what follows the text is none. */
function skipLetters(codes: Uint16Array, start: number): number {
  let at = start
  for (;;) {
    const code = (codes[at] as number) | 0x20
    if (!(code >= 97 && code <= 122)) return at
    at += 1
  }
}

function joinsWord(text: string, start: number, at: number): boolean {
  const mark = markOf(text.charCodeAt(at))
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

const longestKept = 1 << 16
const kept = new Uint16Array(longestKept)

/** The code units of a text, closed by a zero; the array is taken again for the next text. */
function codesOf(text: string): Uint16Array {
  const codes = text.length < longestKept ? kept : new Uint16Array(text.length + 1)
  for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at)
  codes[text.length] = 0
  return codes
}

function createToken(
  start: number,
  end: number,
  { text, lower, capital, kinds, wordId }: WordEntry,
  kind: Token['kind'],
  space: Space,
  value: number | undefined,
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
    wordId,
  } as Token
}
