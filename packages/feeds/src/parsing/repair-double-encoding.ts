import { TextDecoder } from 'node:util'

/** What the bytes 0x80 to 0xbf read as in windows-1252, and the bytes themselves as control characters. */
const HIGH = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 64 }, (_, index) => 0x80 + index),
  { stream: true },
)
const NEXT = `[\\u0080-\\u00bf${[...HIGH].filter((character) => character > '\u00ff').join('')}]`
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df]${NEXT}|[\\u00e0-\\u00ef]${NEXT}{2}|[\\u00f0-\\u00f4]${NEXT}{3}`,
  'g',
)

/**
 * Mends UTF-8 that was read as windows-1252 and encoded again ("â€¦" for "…"). Only where it explains every
 * character outside ASCII; a text that means such characters has others beside them.
 */
export function repairDoubleEncoding(text: string): string {
  if (!/[\u00c2-\u00f4]/.test(text) || /[\u0080-\uffff]/.test(text.replace(SEQUENCE, ''))) return text
  return text.replace(SEQUENCE, (sequence) => Buffer.from([...sequence].map(toByte)).toString('utf8'))
}

function toByte(character: string): number {
  const at = HIGH.indexOf(character)
  return at < 0 ? character.charCodeAt(0) : 0x80 + at
}
