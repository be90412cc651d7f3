import { Parser } from 'htmlparser2'
import { tameHtml } from './tame-html.ts'
import { withoutControls } from './without-controls.ts'

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg'])

/** The readable text of an HTML fragment: paragraphs separated by a blank line, white space within them folded. */
export function htmlToText(html: string): string {
  // Most titles have no markup, and making a parser for each takes longer than all else that is done with it.
  return /[<&]/.test(html) ? readHtml(html) : folded(html)
}

function readHtml(html: string): string {
  const paragraphs: string[] = ['']
  let silent = 0
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent++
      if (BLOCKS.has(name)) paragraphs.push('')
    },
    ontext(text) {
      if (silent === 0) paragraphs.push((paragraphs.pop() ?? '') + text)
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--
      if (BLOCKS.has(name)) paragraphs.push('')
    },
  })
  parser.end(tameHtml(html))
  return paragraphs.map(folded).filter(Boolean).join('\n\n')
}

const folded = (text: string): string =>
  withoutControls(text)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim()
