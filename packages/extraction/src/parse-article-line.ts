import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'

const text = Type.Union([Type.String(), Type.Null()])
const ArticleLineSchema = Type.Object({
  id: Type.String(),
  title: Type.Optional(text),
  text: Type.String(),
  published: Type.Optional(text),
})

/** An article as the extractor takes it. */
export type ArticleInput = { id: string; title: string | null; text: string; published: string | null }
/** A line of a JSON-lines file, read as an article or refused with a reason. */
export type ArticleLine = { kind: 'article'; article: ArticleInput } | { kind: 'invalid'; reason: string }

/** Reads one line of a JSON-lines file. */
export function parseArticleLine(line: string): ArticleLine {
  const value = parseJson(line)
  if (value === undefined) return { kind: 'invalid', reason: 'not valid JSON' }
  if (!Value.Check(ArticleLineSchema, value)) return { kind: 'invalid', reason: reasonFor(value) }
  const { id, title, text, published }: Static<typeof ArticleLineSchema> = value
  return { kind: 'article', article: { id, title: title ?? null, text, published: published ?? null } }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // What is not JSON is an expected outcome here, not a fault.
    return undefined
  }
}

function reasonFor(value: unknown): string {
  const [first] = Value.Errors(ArticleLineSchema, value)
  if (first === undefined) return 'not an article'
  if (first.keyword === 'required') return `"${first.params.requiredProperties.join('", "')}" is missing`
  const field = first.instancePath.slice(1)
  if (field === '') return 'not a JSON object'
  return field === 'title' || field === 'published'
    ? `"${field}" must be a string or null`
    : `"${field}" must be a string`
}
