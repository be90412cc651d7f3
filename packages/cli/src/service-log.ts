import { createWriteStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { readableLogLine } from './readable-log-line.ts'
import { spareRepeats } from './spare-repeats.ts'
import { splitLines } from './split-lines.ts'

const LARGE = 10_000_000
const KEPT_LINES = 15
// A service that cannot reach something says so again and again.
const REPEAT_PAUSE = 10_000

/** Where the output of a service goes. */
export type ServiceLog = {
  file: string
  /** Takes down all that a stream says. */
  follow: (stream: Readable) => void
  /** The last lines taken down, for a person to read. */
  lastLines: () => string[]
  close: () => Promise<void>
}

/** Opens a log file to append to, putting a large one aside first; warnings are also handed to `onWarning`. */
export async function openServiceLog(file: string, onWarning: (text: string) => void): Promise<ServiceLog> {
  await mkdir(path.dirname(file), { recursive: true })
  await putAside(file)
  const output = createWriteStream(file, { flags: 'a' })
  const last: string[] = []
  const warnings = spareRepeats(onWarning, REPEAT_PAUSE)
  return {
    file,
    follow: (stream) => void takeDown(stream).catch(() => {}),
    lastLines: () => last,
    close() {
      warnings.close()
      return finished(output.end())
    },
  }

  async function takeDown(stream: Readable): Promise<void> {
    for await (const line of splitLines(stream.setEncoding('utf8'))) {
      output.write(`${line}\n`)
      const { text, isWarning } = readableLogLine(line)
      if (last.push(text) > KEPT_LINES) last.shift()
      if (isWarning) warnings.write(text)
    }
  }
}

async function putAside(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LARGE) await rename(file, `${file}.1`)
}
