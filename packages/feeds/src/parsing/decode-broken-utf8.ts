import { decodeAs } from './decode-as.ts'

const SEQUENCES = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/** What the first of these bytes are decides for all. */
const SAMPLE = 100_000

/**
 * Reads UTF-8 in which some bytes are broken or of windows-1252, as when a generator cuts or mixes texts. Null when
 * the bytes that are no UTF-8 are not far fewer than the characters that are.
 */
export function decodeBrokenUtf8(body: Uint8Array): string | null {
  if (!isMostlyUtf8(body)) return null
  return latin1(body).replace(/[\x80-\xff]+/g, (run) =>
    run
      .split(new RegExp(`(${SEQUENCES.source})`))
      .map((part, index) => decodeAs(Buffer.from(part, 'latin1'), index % 2 ? 'utf-8' : 'windows-1252'))
      .join(''),
  )
}

function isMostlyUtf8(body: Uint8Array): boolean {
  const start = Math.max(
    0,
    body.findIndex((byte) => byte >= 0x80),
  )
  const sample = latin1(body.subarray(start, start + SAMPLE))
  const valid = sample.match(SEQUENCES)?.length ?? 0
  const others = sample.replace(SEQUENCES, '').match(/[\x80-\xff]/g)?.length ?? 0
  return others * 2 <= valid
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
