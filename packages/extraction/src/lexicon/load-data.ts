import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** A data file that does not keep to its schema. */
class InvalidDataError extends Error {
  override name = 'InvalidDataError'
}

/** Checks a data file against its schema; a wrong file stops the start, not an article. */
export function loadData<Schema extends TSchema>(
  file: string,
  schema: Schema,
  data: unknown,
): Static<Schema> {
  if (Value.Check(schema, data)) return data as Static<Schema>
  const [first] = Value.Errors(schema, data)
  throw new InvalidDataError(`${file}${first?.instancePath ?? ''}: ${first?.message ?? 'invalid'}`)
}
