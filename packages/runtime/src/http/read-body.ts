import type { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { BodyCutOffError, BodyTooLargeError, UnreadableBodyError } from './errors.ts'

/** Bytes of a body: as it is sent, and after decompression. */
export type BodyLimits = { maxEncodedBytes: number; maxBodyBytes: number }

const CONNECTION_ENDS = ['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'ECONNRESET', 'EPIPE']
/** No honest server encodes twice. */
const MOST_ENCODINGS = 2

/**
 * Reads a body, decompressing it as its Content-Encoding says. It is refused as soon as it passes a limit, so that a
 * bomb costs no more than the limit. Throws BodyTooLargeError, UnreadableBodyError and
 * BodyCutOffError.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<Buffer> {
  const iterator = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const chunks: Buffer[] = []
  let refusal: Error | null = null
  // The pipeline ends only when its source does, which may be waiting for more.
  const refuse = (maxBytes: number): Error => {
    refusal ??= new BodyTooLargeError(`the body is over ${maxBytes} bytes`)
    body.destroy(refusal)
    return refusal
  }
  try {
    const first = (await iterator.next()).value ?? Buffer.alloc(0)
    const decoders = decodersOf(contentEncoding, first)
    const maxEncoded = decoders.length > 0 ? limits.maxEncodedBytes : limits.maxBodyBytes
    const encoded = upTo(maxEncoded, all(first, iterator), refuse)
    const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of upTo(limits.maxBodyBytes, source, refuse)) chunks.push(chunk)
    }
    await pipeline([encoded, ...decoders, collect] as never)
  } catch (error) {
    body.destroy()
    if (refusal === null && isOfDecoder(error)) {
      throw new UnreadableBodyError(`${contentEncoding}: ${error.message}`, { cause: error })
    }
    throw refusal ?? (isOfConnection(error) ? cutOff(error) : error)
  }
  return Buffer.concat(chunks)
}

async function* all(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let chunk = first; chunk; chunk = (await rest.next()).value) yield chunk
}

async function* upTo(
  maxBytes: number,
  source: AsyncIterable<Buffer>,
  refuse: (maxBytes: number) => Error,
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw refuse(maxBytes)
    yield chunk
  }
}

/** The decoders in the order in which they are undone. A body that is plainly not encoded is taken as it is. */
function decodersOf(contentEncoding: string | null, first: Buffer): Transform[] {
  const names = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''))
    .filter((name) => name && name !== 'identity')
  if (names.length > MOST_ENCODINGS) throw new UnreadableBodyError(`${names.length} encodings in a row`)
  return names.reverse().flatMap((name, index) => decoderOf(name, index === 0 ? first : null))
}

function decoderOf(name: string, first: Buffer | null): Transform[] {
  if (name === 'gzip') return first && first[0] !== 0x1f ? [] : [createGunzip()]
  if (name === 'br') return [createBrotliDecompress()]
  if (name !== 'deflate') throw new UnreadableBodyError(`the encoding "${name}" is unknown`)
  const head = first?.[0] ?? 0x78
  if (head === 0x3c || head === 0x7b) return []
  // Half of the servers leave the wrapper out.
  return [(head & 0x0f) === 8 ? createInflate() : createInflateRaw()]
}

const cutOff = (error: Error) =>
  new BodyCutOffError(`the body ended before its time (${error.message})`, { cause: error })

const isOfConnection = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && CONNECTION_ENDS.includes(String(error.code))

function isOfDecoder(error: unknown): error is Error {
  return (
    error instanceof Error && 'errno' in error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code))
  )
}
