import { createHash } from 'node:crypto'

const JITTER = 0.1

/** Between 0.9 and 1.1 and always the same for an id, so that what began together does not stay together. */
export function jitterOf(id: string): number {
  return 1 - JITTER + 2 * JITTER * (createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32)
}
