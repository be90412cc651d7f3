import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { ArchiveDamagedError } from '../errors.ts'

const position = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const schema = v.strictObject({
  format: v.literal(1),
  logId: v.pipe(v.string(), v.uuid()),
  /** The file with the events, one JSON object a line, compressed by gzip; beside the manifest. */
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  first: position,
  last: position,
  events: position,
  /** Of the file. */
  sha256,
})

/** What is in the file of an archived partition of the log. */
export type ArchiveManifest = v.InferOutput<typeof schema>

/** Where the manifest of a file of events is. */
export const manifestPath = (folder: string, file: string): string =>
  path.join(folder, file.replace(/\.jsonl\.gz$/, '.json'))

/** The name of the file for a stretch of the log: names sort as the stretches do. */
export function archiveFile(first: number, last: number): string {
  const digits = (position: number) => String(position).padStart(12, '0')
  return `events-${digits(first)}-${digits(last)}.jsonl.gz`
}

/** Writes a manifest so that it is there whole or not at all. */
export async function saveManifest(folder: string, manifest: ArchiveManifest): Promise<void> {
  const target = manifestPath(folder, manifest.file)
  await writeFile(`${target}.part`, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
  await rename(`${target}.part`, target)
}

/** Reads a manifest. Throws ArchiveDamagedError when it is none. */
export async function readManifest(file: string): Promise<ArchiveManifest> {
  const text = await readFile(file, 'utf8')
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  if (result.success) return result.output
  throw new ArchiveDamagedError(`${file} is not the manifest of an archive`)
}
