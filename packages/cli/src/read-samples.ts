import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parse } from 'yaml'
import type { Sample } from './sample.ts'

const OURS = fileURLToPath(new URL('../../../seeds/articles', import.meta.url))

const FrontMatter = Type.Object({
  id: Type.String({ pattern: '^sample-[0-9]{3}$' }),
  title: Type.Optional(Type.String()),
  outlet: Type.String(),
  published: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
})

/** Reads the sample articles of a folder, in the order of their file names. */
export async function readSamples(folder = OURS): Promise<Sample[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(names.map((name) => readSample(path.join(folder, name))))
}

async function readSample(file: string): Promise<Sample> {
  const [, yaml, text] = /^---\n(.*?\n)---\n\n(.*)\n$/s.exec(await readFile(file, 'utf8')) ?? []
  const found: unknown = yaml === undefined ? null : parse(yaml)
  if (text === undefined || !Value.Check(FrontMatter, found)) {
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
