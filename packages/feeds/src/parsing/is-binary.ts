import { detectWideEncoding } from './detect-wide-encoding.ts'

const HEAD = 4_096

/**
 * Whether bytes are no text in any encoding: in their first 4 kB, one in twenty is a control character that texts do
 * not have. Guessing the encoding of a picture of 10 MB would take seconds.
 */
export function isBinary(body: Uint8Array): boolean {
  if (detectWideEncoding(body)) return false
  const head = body.subarray(0, HEAD)
  const controls = head.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0)
  return controls * 20 > head.length
}

/** All below the space but tab, line feed, form feed, carriage return and escape, which switches alphabets. */
const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)
