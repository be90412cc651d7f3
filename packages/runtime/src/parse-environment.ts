import type { Static, TObject } from 'typebox'
import { Value } from 'typebox/value'

/** The environment does not say what the service needs; the message names each variable and what is wanted. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/**
 * Reads configuration from environment variables by a flat schema whose every field has a `description` of
 * what is wanted. Empty variables count as unset. Throws ConfigurationError naming every wrong variable.
 */
export function parseEnvironment<T extends TObject>(schema: T, environment: NodeJS.ProcessEnv): Static<T> {
  const given = Object.fromEntries(
    Object.keys(schema.properties).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const value = Value.Default(schema, Value.Convert(schema, given)) as Record<string, unknown>
  const wrong = Object.keys(schema.properties).filter((name) => !fieldIsRight(schema, name, value))
  if (wrong.length === 0) return value as Static<T>
  throw new ConfigurationError(wrong.map((name) => describe(schema, name, environment[name])).join('\n'))
}

function fieldIsRight(schema: TObject, name: string, value: Record<string, unknown>): boolean {
  const field = schema.properties[name]
  if (value[name] === undefined) return !schema.required?.includes(name)
  return field !== undefined && Value.Check(field, value[name])
}

function describe(schema: TObject, name: string, given: string | undefined): string {
  const field: { description?: string; writeOnly?: boolean } = schema.properties[name] ?? {}
  const wanted = field.description ?? 'another value'
  if (!given) return `${name} is not set: wanted ${wanted}`
  return `${name} is ${field.writeOnly ? 'not usable' : `"${given}"`}: wanted ${wanted}`
}
