/**
 * UTF-16 or UTF-32 by the byte order mark or by the zero bytes around a document's first characters; null for
 * everything else.
 */
export function detectWideEncoding(
  body: Uint8Array,
): 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | null {
  const [a = 1, b = 1, c = 1, d = 1] = body
  if (a === 0 && b === 0 && d !== 0) return 'utf-32be'
  if (b === (a === 0xff ? 0xfe : 0) && c === 0 && d === 0) return 'utf-32le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && c === 0 && b !== 0)) return 'utf-16be'
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && d === 0)) return 'utf-16le'
  return null
}
