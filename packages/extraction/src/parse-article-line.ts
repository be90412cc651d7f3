import * as v from 'valibot'
import { dayOf } from './fields/day-of.ts'

const ArticleSchema = v.object({
  id: v.string(),
  title: v.nullish(v.string(), null),
  text: v.string(),
  published: v.nullish(v.string(), null),
})

/** An article as the extractor takes it. */
export type ArticleInput = v.InferOutput<typeof ArticleSchema>
/** A line of a JSON-lines file, read as an article or refused with a reason. */
export type ArticleLine = { kind: 'article'; article: ArticleInput } | { kind: 'invalid'; reason: string }

/** Reads one line of a JSON-lines file. */
export function parseArticleLine(line: string): ArticleLine {
  const value = parseJson(line)
  if (value === undefined) return { kind: 'invalid', reason: 'not valid JSON' }
  if (Array.isArray(value)) return { kind: 'invalid', reason: 'not a JSON object' }
  const result = v.safeParse(ArticleSchema, value)
  if (result.success && !isDate(result.output.published)) {
    return { kind: 'invalid', reason: '"published" is no date; wanted a day or an instant, as in 2024-11-04' }
  }
  if (result.success) return { kind: 'article', article: result.output }
  return { kind: 'invalid', reason: reasonFor(result.issues) }
}

const isDate = (published: string | null) => published === null || dayOf(published) !== null

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // What is not JSON is an expected outcome here, not a fault.
    return undefined
  }
}

function reasonFor(issues: v.BaseIssue<unknown>[]): string {
  const missing = issues.filter(({ kind, path, input }) => kind === 'schema' && path && input === undefined)
  if (missing.length > 0) return `${missing.map(nameOf).join(', ')} is missing`
  const [first] = issues
  if (!first?.path) return 'not a JSON object'
  const optional = /^"(?:title|published)"$/.test(nameOf(first))
  return `${nameOf(first)} must be a string${optional ? ' or null' : ''}`
}

const nameOf = (issue: v.BaseIssue<unknown>): string => `"${v.getDotPath(issue)}"`
