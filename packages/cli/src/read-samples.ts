import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { parse } from 'yaml'
import type { Sample } from './sample.ts'

const OURS = fileURLToPath(new URL('../../../seeds/articles', import.meta.url))

const FrontMatter = v.object({
  id: v.pipe(v.string(), v.regex(/^sample-[0-9]{3}$/)),
  title: v.optional(v.string()),
  outlet: v.string(),
  published: v.pipe(v.string(), v.isoDate()),
})

/** Reads the sample articles of a folder, in the order of their file names. */
export async function readSamples(folder = OURS): Promise<Sample[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(names.map((name) => readSample(path.join(folder, name))))
}

async function readSample(file: string): Promise<Sample> {
  const [, yaml, text] = /^---\n(.*?\n)---\n\n(.*)\n$/s.exec(await readFile(file, 'utf8')) ?? []
  const found: unknown = yaml === undefined ? null : parse(yaml)
  if (text === undefined || !v.is(FrontMatter, found)) {
    throw new Error(
      `${file} does not begin with the id, outlet and published date of a sample, as the others do`,
    )
  }
  return {
    number: found.id.slice('sample-'.length),
    title: found.title ?? null,
    outlet: found.outlet,
    publishedAt: new Date(`${found.published}T00:00:00Z`),
    text,
  }
}
