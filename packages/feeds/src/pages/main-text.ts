import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { htmlToText } from '../parsing/html-to-text.ts'

/** What stands beside a text and outweighs it where it is short: a brief of 70 words came with 400 of its sidebar. */
const JUNK = `nav, aside, footer, form, [role=navigation], [role=complementary], [role=dialog], #comments, .comments,
  .sidebar, .related, .newsletter`

/** What of a page reads as an article, as plain text: paragraphs separated by a blank line; empty where nothing does. */
export function mainText(html: string): string {
  const { document } = parseHTML(withBody(html))
  for (const element of document.querySelectorAll(JUNK)) element.remove()
  const article = new Readability(document).parse()
  return htmlToText(article?.content ?? '')
}

/** Pages may leave the tag of their body out, and the library that builds the tree then has none. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html
  const content = html.replace(/<!doctype[^<>]*>|<\/?(html|head|body)(\s[^<>]*)?>/gi, '')
  return `<!doctype html><html><head></head><body>${content}</body></html>`
}
