// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g

/** A text without the characters that XML and Postgres refuse: controls other than white space, halves of pairs. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '')
}
