import { createHash } from 'node:crypto'

/** The name of a snapshot: the SHA-256 of its text, in hex. */
export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
