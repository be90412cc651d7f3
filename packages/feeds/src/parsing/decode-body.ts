import { isAscii, isUtf8 } from 'node:buffer'
import { decodeAs } from './decode-as.ts'
import { decodeBrokenUtf8 } from './decode-broken-utf8.ts'
import { detectEncoding } from './detect-encoding.ts'
import { detectWideEncoding } from './detect-wide-encoding.ts'
import { withoutControls } from './without-controls.ts'

/**
 * Bytes to text. UTF-16 and UTF-32 are known by their first bytes; valid UTF-8 wins over any label; then the header,
 * the XML declaration, UTF-8 with some broken bytes, what the bytes look like, and windows-1252, which reads
 * anything. Control characters are left out.
 */
export function decodeBody(body: Uint8Array, contentType: string | null): string {
  const labels = [charsetOf(contentType), declaredEncoding(body)]
  const wide = detectWideEncoding(body)
  return tidy(
    (wide && decodeAs(body, wide)) ??
      decodeUtf8(body, labels) ??
      decodeByLabels(body, labels) ??
      decodeBrokenUtf8(body) ??
      decodeAs(body, detectEncoding(body) ?? 'windows-1252', false) ??
      '',
  )
}

/** ISO-2022-JP switches alphabets by escape sequences and is valid UTF-8 by accident. */
function decodeUtf8(body: Uint8Array, labels: (string | null)[]): string | null {
  if (!isUtf8(body)) return null
  const isJapanese = labels.includes('iso-2022-jp') && isAscii(body) && body.includes(0x1b)
  return decodeAs(body, isJapanese ? 'iso-2022-jp' : 'utf-8')
}

/** A label of a wide encoding is false, or the first bytes would have shown it; ASCII says nothing of these bytes. */
function decodeByLabels(body: Uint8Array, labels: (string | null)[]): string | null {
  for (const label of labels) {
    if (!label || /^(us-)?ascii$|^u(tf|cs)?-?(7|16|32|2|4)/.test(label)) continue
    const text = decodeAs(body, label)
    if (text !== null) return text
  }
  return null
}

function charsetOf(contentType: string | null): string | null {
  return contentType?.match(/charset\s*=\s*["']?\s*([\w.:-]+)/i)?.[1]?.toLowerCase() ?? null
}

function declaredEncoding(body: Uint8Array): string | null {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1_000)).toString('latin1')
  return head.match(/<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i)?.[1]?.toLowerCase() ?? null
}

function tidy(text: string): string {
  return withoutControls(text).replace(/[\u0080-\u009f]/g, fromWindows1252)
}

/** Unicode has control characters where windows-1252 has quotes and dashes; a text never means the former. */
function fromWindows1252(character: string): string {
  return decodeAs(Uint8Array.of(character.charCodeAt(0)), 'windows-1252') ?? ''
}
