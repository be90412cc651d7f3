import { TextDecoder } from 'node:util'

/** Bytes to text: valid UTF-8 wins over any label, then the label, then windows-1252, which reads anything. */
export function decodeBody(body: Buffer, contentType: string | null): string {
  const labels = ['utf-8', charsetOf(contentType), declaredEncoding(body), 'windows-1252']
  for (const label of labels) {
    const text = label && decode(body, label)
    if (typeof text === 'string') return text
  }
  return body.toString('latin1')
}

function decode(body: Buffer, label: string): string | null {
  try {
    // In a stream call because Node 20 decodes windows-1252 wrongly otherwise (bytes 0x80 to 0x9f).
    const decoder = new TextDecoder(label, { fatal: true })
    return decoder.decode(body, { stream: true }) + decoder.decode()
  } catch {
    return null
  }
}

function charsetOf(contentType: string | null): string | undefined {
  return contentType?.match(/charset="?([\w-]+)/i)?.[1]
}

function declaredEncoding(body: Buffer): string | undefined {
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be'
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le'
  return body.toString('latin1', 0, 200).match(/^<\?xml[^>]*encoding=["']([\w-]+)/)?.[1]
}
