import { escapeHtml } from './escape-html.ts'

/** Turns plain text, its paragraphs separated by a blank line, into HTML paragraphs. */
export function textToHtml(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n')
}
