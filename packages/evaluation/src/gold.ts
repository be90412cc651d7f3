import { readFile } from 'node:fs/promises'
import * as v from 'valibot'

const nullableText = v.nullish(v.string(), null)
const nullableNumber = v.nullish(v.number(), null)

const Claim = v.object({
  start: v.number(),
  end: v.number(),
  low: nullableNumber,
  high: nullableNumber,
  unit: v.string(),
  predicate: v.string(),
  actor: nullableText,
  status: v.string(),
  extent: v.string(),
  source: nullableText,
})

const Article = v.object({
  id: v.string(),
  title: nullableText,
  text: v.string(),
  published: nullableText,
  claims: v.array(Claim),
})

export type GoldClaim = v.InferOutput<typeof Claim>
export type GoldArticle = v.InferOutput<typeof Article>

/** A line of an annotated file is no article; the message names the line and the field. */
export class GoldFileError extends Error {
  override name = 'GoldFileError'
}

/** Reads annotated articles, one JSON object a line. Throws GoldFileError. */
export async function readGold(file: string): Promise<GoldArticle[]> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return lines.flatMap((line, index) => (line.trim() ? [parseLine(line, index + 1)] : []))
}

function parseLine(line: string, number: number): GoldArticle {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new GoldFileError(`line ${number}: no JSON`, { cause: error })
  }
  const result = v.safeParse(Article, value)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new GoldFileError(`line ${number}: ${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`)
}
