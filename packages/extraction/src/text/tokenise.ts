import { characterClass } from './character-class.ts'
import { readEntity } from './read-entity.ts'
import { scanNumber } from './scan-number.ts'
import type { Token } from './token.ts'

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
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Cuts a text into tokens whose spans are exact on any input. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let gap = true
  let breaks = 0
  const push = (end: number, kind: Token['kind'], written: string, value = Number.NaN) => {
    tokens.push(createToken(at, end, written, kind, gap, breaks, value))
    at = end
    gap = false
    breaks = 0
  }
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = characterClass(code)
    if (kind === 'break') {
      // A carriage return and its line feed are one break.
      if (!(code === 10 && text.charCodeAt(at - 1) === 13)) breaks += 1
      gap = true
      at += 1
    } else if (kind === 'space' || kind === 'hidden') {
      gap ||= kind === 'space'
      at += 1
    } else if (kind === 'digit') {
      const number = scanNumber(text, at)
      push(number.end, number.kind, clean(text.slice(at, number.end)), number.value)
    } else if (kind === 'letter') {
      const end = scanWord(text, at)
      push(end, 'word', clean(text.slice(at, end)))
    } else {
      const entity = code === 38 ? readEntity(text, at) : null
      if (entity === null) pushMark(text, at, push)
      else if (entity.character === ' ') {
        gap = true
        at = entity.end
      } else push(entity.end, 'mark', straight[entity.character] ?? entity.character)
    }
  }
  return tokens
}

function pushMark(
  text: string,
  at: number,
  push: (end: number, kind: Token['kind'], written: string) => void,
) {
  const character = text[at] as string
  const mark = straight[character] ?? character
  if (mark === "'" && isPossessive(text, at + 1)) push(at + 2, 'word', "'s")
  else push(at + 1, 'mark', mark)
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
  while (at < text.length) {
    const kind = characterClass(text.charCodeAt(at))
    if (kind === 'letter' || kind === 'digit' || kind === 'hidden') at += 1
    else if (kind === 'mark' && joinsWord(text, start, at)) at += 1
    else break
  }
  while (characterClass(text.charCodeAt(at - 1)) === 'hidden') at -= 1
  return at
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
  const isLetter = (index: number) => characterClass(text.charCodeAt(index)) === 'letter'
  if (at - 1 !== start && text[at - 2] !== '.') return false
  if (at - 1 === start) return at + 2 < text.length && isLetter(at + 1) && text[at + 2] === '.'
  return isLetter(at - 1)
}

function clean(written: string): string {
  const seen = unseen.test(written) ? written.replace(unseen, '') : written
  return seen.includes('’') || seen.includes('‑') || seen.includes('‐')
    ? seen.replace(/[’‘]/g, "'").replace(/[‑‐]/g, '-')
    : seen
}

function createToken(
  start: number,
  end: number,
  text: string,
  kind: Token['kind'],
  gap: boolean,
  breaks: number,
  value: number,
): Token {
  const lower = text.toLowerCase()
  const capital = kind === 'word' && text.charAt(0) !== lower.charAt(0)
  return { start, end, text, lower, kind, gap, breaks, capital, value }
}
