/** A place in the sequence of deltas, of one log. `digest` is the start of the digest of the event there. */
export type DeltaCursor = { logId: string; position: number; ordinal: number; digest: string }

const VERSION = 1
const LENGTH = 1 + 4 + 8 + 2 + 6
const PAST_LAST_ORDINAL = 0xffff

/** Where there is no event to take a digest of: at the beginning, and in an archive. */
export const NO_DIGEST = '0'.repeat(12)

/** The place after every delta of a position; that of position 0 is before the first. */
export const endOf = (position: number) => ({ position, ordinal: PAST_LAST_ORDINAL })

/** Writes a cursor as text that consumers keep and give back, without a meaning of its own to them. */
export function encodeCursor({ logId, position, ordinal, digest }: DeltaCursor): string {
  const bytes = Buffer.alloc(LENGTH)
  bytes.writeUInt8(VERSION, 0)
  bytes.write(logId.slice(0, 8), 1, 'hex')
  bytes.writeBigUInt64BE(BigInt(position), 5)
  bytes.writeUInt16BE(ordinal, 13)
  bytes.write(digest.slice(0, 12), 15, 'hex')
  return bytes.toString('base64url')
}

/** Reads a cursor back; null when it is none of ours. `logId` and `digest` are the parts that a cursor keeps. */
export function decodeCursor(text: string): DeltaCursor | null {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== LENGTH || bytes.readUInt8(0) !== VERSION) return null
  const position = bytes.readBigUInt64BE(5)
  if (position > BigInt(Number.MAX_SAFE_INTEGER)) return null
  return {
    logId: bytes.toString('hex', 1, 5),
    position: Number(position),
    ordinal: bytes.readUInt16BE(13),
    digest: bytes.toString('hex', 15),
  }
}
