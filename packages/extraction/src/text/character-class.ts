/** The classes the tokeniser tells apart. */
export type CharacterClass = 'space' | 'break' | 'hidden' | 'letter' | 'digit' | 'mark'

const spaces = new Set([
  0x09, 0x0b, 0x0c, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
  0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
])
const hidden = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x200e, 0x200f])
const breaks = new Set([0x0a, 0x0d, 0x85, 0x2028, 0x2029])
const letter = /[\p{L}\p{M}]/u
/** The classes of the code units met so far: to classify all of them took a part of the start. */
const table: (CharacterClass | undefined)[] = new Array(0x3000).fill(undefined)

/** Tells the class of a UTF-16 code unit; surrogates count as marks. */
export function characterClass(code: number): CharacterClass {
  const known = table[code]
  if (known !== undefined) return known
  const found = classify(code)
  if (code < table.length) table[code] = found
  return found
}

function classify(code: number): CharacterClass {
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if (spaces.has(code)) return 'space'
  if (breaks.has(code)) return 'break'
  if (hidden.has(code)) return 'hidden'
  // A modifier letter that is written for an apostrophe.
  if (code === 0x2bc) return 'mark'
  if (code >= 0xd800 && code <= 0xdfff) return 'mark'
  return letter.test(String.fromCharCode(code)) ? 'letter' : 'mark'
}
