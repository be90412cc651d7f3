import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extractClaims, parseArticleLine } from '@muster/extraction'
import { splitLines } from './split-lines.ts'

export type WriteOutcome = { kind: 'done' } | { kind: 'invalid-line'; line: number; reason: string }

const BYTE_ORDER_MARK = /^\uFEFF/

/**
 * Reads articles, one JSON object a line, and writes the claims of each as one line, no faster than they
 * are taken. Ends at the first line that is no article, or when nobody takes them any more.
 */
export async function writeClaims(input: Readable, output: Writable): Promise<WriteOutcome> {
  let outcome: WriteOutcome = { kind: 'done' }
  input.setEncoding('utf8')
  await pipeline(input, splitLines, answers, output).catch(ignoreClosedPipe)
  return outcome

  async function* answers(lines: AsyncIterable<string>): AsyncGenerator<string> {
    let number = 0
    for await (const line of lines) {
      number++
      if (line.trim() === '') continue
      const parsed = parseArticleLine(number === 1 ? line.replace(BYTE_ORDER_MARK, '') : line)
      if (parsed.kind === 'invalid') {
        outcome = { kind: 'invalid-line', line: number, reason: parsed.reason }
        return
      }
      yield `${JSON.stringify({ id: parsed.article.id, claims: extractClaims(parsed.article) })}\n`
    }
  }
}

// `muster extract | head -1` is no failure.
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
