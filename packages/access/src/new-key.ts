import { randomBytes } from 'node:crypto'

/** A key that was never given out: `muster_` and 32 random bytes. */
export const newKey = (): string => `muster_${randomBytes(32).toString('base64url')}`

/** Whether text has the shape of a key. */
export const isKey = (text: string): boolean => /^muster_[\w-]{43}$/.test(text)

/** How a key begins, which is shown in lists so that a person can tell keys apart. */
export const prefixOf = (key: string): string => key.slice(0, 12)
