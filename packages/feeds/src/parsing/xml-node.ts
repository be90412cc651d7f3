/** A piece of text, its entities decoded. That of a CDATA section is told apart: in mixed content it is markup. */
export type XmlText = { text: string; isCdata: boolean }

/** An element of a document, read leniently. All names are in lower case. */
export type XmlNode = {
  /** The local name for the vocabularies of RSS and Atom, else with the customary prefix: `dc:date`. */
  name: string
  /** The local name alone, as it goes into markup. */
  tag: string
  /** By names written as `name` is. */
  attributes: Record<string, string>
  /** What relative addresses in it are resolved against. */
  base: string
  children: (XmlNode | XmlText)[]
  /** Whether the document ended inside it. */
  isUnfinished: boolean
}
