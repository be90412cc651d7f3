import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { InvalidDataError } from './invalid-data-error.ts'

/** Checks a data file against its schema; a wrong file stops the start, not an article. */
export function loadData<Schema extends TSchema>(
  file: string,
  schema: Schema,
  data: unknown,
): Static<Schema> {
  // Compiled, the checks of all files take a tenth of the time.
  const validator = Compile(schema)
  if (validator.Check(data)) return data as Static<Schema>
  const [first] = validator.Errors(data)
  throw new InvalidDataError(`${file}${first?.instancePath ?? ''}: ${first?.message ?? 'invalid'}`)
}
