/** Where a quote stands in a text, at or after an offset: letter by letter, else with spaces and quotes made alike. */
export function alignQuote(text: string, quote: string, from: number): { start: number; end: number } | null {
  if (quote.trim() === '') return null
  const at = text.indexOf(quote, from)
  if (at >= 0) return { start: at, end: at + quote.length }
  const alike = makeAlike(text)
  const wanted = makeAlike(quote.trim()).text
  const first = alike.offsets.findIndex((offset) => offset >= from)
  const found = first < 0 ? -1 : alike.text.indexOf(wanted, first)
  if (found < 0) return null
  return {
    start: alike.offsets[found] as number,
    end: (alike.offsets[found + wanted.length - 1] as number) + 1,
  }
}

const hidden = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const marks: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}

/** The text with one space for any white space and plain marks, and the offset that each character had. */
function makeAlike(text: string): { text: string; offsets: number[] } {
  const characters: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const written = text[at] as string
    if (hidden.test(written)) continue
    const character = /\s/.test(written) ? ' ' : (marks[written] ?? written)
    if (character === ' ' && characters.at(-1) === ' ') continue
    characters.push(character)
    offsets.push(at)
  }
  return { text: characters.join(''), offsets }
}
