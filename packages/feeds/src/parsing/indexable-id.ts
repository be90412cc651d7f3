import { createHash } from 'node:crypto'

/** An index holds 2,700, of which the feed's own id takes some. */
const MAX_BYTES = 2_600

/** An id as it can be looked up: one that is longer than an index holds, as an address may be, is hashed. */
export const indexableId = (id: string): string =>
  Buffer.byteLength(id) > MAX_BYTES ? createHash('sha256').update(id).digest('hex') : id
