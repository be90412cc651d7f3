import { decodeHTMLStrict, decodeXMLStrict } from 'entities'
import { withoutControls } from './without-controls.ts'

/** How many characters all entities of a document may grow to; the rest is left as written. */
const MAX_GROWTH = 1_000_000

/** Decodes references in a piece of text or an attribute. */
export type EntityDecoder = (text: string) => string

/**
 * Makes the decoder for one document: numbers, the names of XML, those that the document declares, and the names of
 * HTML, which feeds use without declaring them. A name that is not known stays as written.
 */
export function createEntityDecoder(declared: ReadonlyMap<string, string>): EntityDecoder {
  let growth = 0
  const named = (reference: string, name: string): string => {
    const value = declared.get(name)
    if (value === undefined) return decodeHTMLStrict(reference)
    growth += value.length
    return growth > MAX_GROWTH ? reference : decodeXMLStrict(value)
  }
  return (text) => {
    if (!text.includes('&')) return text
    const decoded = text.replace(/&(?:#[xX]?[\da-fA-F]+|([\w.:-]+));/g, (reference: string, name?: string) =>
      name ? named(reference, name) : numbered(reference),
    )
    return withoutControls(decoded)
  }
}

/** What a number does not stand for, such as 0, is left out. */
const numbered = (reference: string): string => decodeHTMLStrict(reference).replace('\ufffd', '')
