const named: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  quot: '"',
  apos: "'",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
const longestName = 7

/** Reads an HTML entity left in a text, such as `&nbsp;`, or null. */
export function readEntity(text: string, start: number): { character: string; end: number } | null {
  let close = start + 1
  while (close <= start + longestName && text[close] !== ';') close += 1
  if (close > start + longestName) return null
  const name = text.slice(start + 1, close)
  const character = name.startsWith('#') ? fromCode(name) : named[name]
  return character ? { character, end: close + 1 } : null
}

function fromCode(name: string): string | null {
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  if (!(code > 0 && code < 0xffff)) return null
  return code === 160 ? ' ' : String.fromCharCode(code)
}
