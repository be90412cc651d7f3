import { MINIMA, type TextPrint } from './print-text.ts'

const PART = MINIMA + 1

/** A print as it is stored: its parts one after the other, each its number of shingles and its minima, big-endian. */
export function bytesOfPrint(print: TextPrint): Buffer {
  const numbers = print.flatMap(({ shingles, minima }) => [shingles, ...minima])
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index)
  return bytes
}

/** The print that was stored as these bytes. */
export function printOfBytes(bytes: Buffer): TextPrint {
  return Array.from({ length: bytes.length / (4 * PART) }, (_, part) => {
    const numbers = Uint32Array.from({ length: PART }, (_, index) =>
      bytes.readUInt32BE(4 * (part * PART + index)),
    )
    return { shingles: numbers[0] as number, minima: numbers.subarray(1) }
  })
}
