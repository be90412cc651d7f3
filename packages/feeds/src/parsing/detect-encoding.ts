import { analyse } from 'chardet'

/** Some pages of text; detection costs half a second a megabyte. */
const SAMPLE = 64_000

/** Encodings of the Latin alphabet, whose texts are mostly of ASCII letters. */
const LATIN = /^(iso-8859-(1|2|3|4|9|10|13|14|15|16)|windows-(1250|1252|1254|1257|1258))$/i

/** Guesses the encoding of bytes that no label explains; null when nothing is likely. */
export function detectEncoding(body: Uint8Array): string | null {
  const first = body.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, first - 1_000)
  const sample = body.subarray(start, start + SAMPLE)
  const isLatin = isMostlyAscii(sample)
  return analyse(sample).find(({ name }) => isLatin || !LATIN.test(name))?.name ?? null
}

function isMostlyAscii(sample: Uint8Array): boolean {
  const text = Buffer.from(sample)
    .toString('latin1')
    .replace(/<[^<>]*>/g, '')
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  return count(/[a-z]/gi) > count(/[\x80-\xff]/g)
}
