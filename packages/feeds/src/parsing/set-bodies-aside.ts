import { Parser } from 'htmlparser2'

const BODIES = new Set(['description', 'summary', 'content', 'content:encoded'])

/**
 * Takes the bodies of the items out of a feed document and leaves their numbers in their place. rss-parser
 * runs an expression over every body whose cost grows with the square of its length (40 kB took 5 s), and it
 * cannot be switched off; so bodies travel around it.
 */
export function setBodiesAside(xml: string): { skeleton: string; bodies: string[] } {
  const pieces: string[] = []
  const bodies: string[] = []
  let copied = 0
  let open: { name: string; from: number; depth: number; text: string; nested: boolean } | null = null
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name) {
        depth++
        if (open) open.nested = true
        else if (BODIES.has(name)) open = { name, from: parser.endIndex + 1, depth, text: '', nested: false }
      },
      ontext(text) {
        if (open) open.text += text
      },
      onclosetag() {
        if (open && depth-- === open.depth) close(open)
        else if (!open) depth--
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return { skeleton: pieces.join('') + xml.slice(copied), bodies }

  function close({ from, text, nested }: NonNullable<typeof open>): void {
    open = null
    // A self-closing element has nothing inside, and its tag ends where the parser stands.
    if (parser.startIndex < from) return
    pieces.push(xml.slice(copied, from), String(bodies.length))
    bodies.push(nested ? xml.slice(from, parser.startIndex) : text)
    copied = parser.startIndex
  }
}
