import { decodeAs } from './decode-as.ts'

const SEQUENCES = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/**
 * Reads UTF-8 in which some bytes are broken or of windows-1252, as when a generator cuts or mixes texts. Null when
 * the bytes that are no UTF-8 are not far fewer than the characters that are.
 */
export function decodeBrokenUtf8(body: Uint8Array): string | null {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  const valid = bytes.match(SEQUENCES)?.length ?? 0
  const others = bytes.replace(SEQUENCES, '').match(/[\x80-\xff]/g)?.length ?? 0
  if (others * 2 > valid) return null
  return bytes.replace(/[\x80-\xff]+/g, (run) =>
    run
      .split(new RegExp(`(${SEQUENCES.source})`))
      .map((part, index) => decodeAs(Buffer.from(part, 'latin1'), index % 2 ? 'utf-8' : 'windows-1252'))
      .join(''),
  )
}
