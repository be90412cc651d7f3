import { TextDecoder } from 'node:util'

/** Names that feeds use and the standard's decoder does not know. */
const ALIASES: Record<string, string> = {
  big5hkscs: 'big5-hkscs',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  gb_2312: 'gbk',
  cp874: 'windows-874',
  macroman: 'macintosh',
  utf8mb4: 'utf-8',
  'iso-8859-8': 'windows-1255',
}

/**
 * Bytes to text in one encoding, named as in labels, without its byte order mark. Null when the name is not known
 * or, unless that is allowed, when some byte cannot be read.
 */
export function decodeAs(bytes: Uint8Array, label: string, isStrict = true): string | null {
  const name = label.toLowerCase()
  if (/^utf-?32/.test(name)) return decodeUtf32(bytes, name.endsWith('le'))
  try {
    const decoder = new TextDecoder(ALIASES[name] ?? name.replaceAll('_', '-'), { fatal: isStrict })
    // In a stream call because Node 20 decodes windows-1252 wrongly otherwise (bytes 0x80 to 0x9f).
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch {
    return null
  }
}

/** The standard's decoder leaves this encoding out. */
function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, isLittleEndian)
    if (code !== 0xfeff) text += String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd)
  }
  return text
}
