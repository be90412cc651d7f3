import * as v from 'valibot'
import { InvalidDataError } from './invalid-data-error.ts'

/** Checks a data file against its schema; a wrong file stops the start, not an article. */
export function loadData<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  data: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new InvalidDataError(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
}
