import * as v from 'valibot'

/** The environment does not say what the service needs; the message names each variable and what is wanted. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** Settings by the names of their environment variables. */
export type Settings = Record<string, v.GenericSchema<string | undefined, unknown>>

/** The values that settings are read to. */
export type Values<S extends Settings> = v.InferOutput<v.ObjectSchema<S, undefined>>

/**
 * Reads settings from environment variables; an empty variable counts as unset.
 * Throws ConfigurationError naming every wrong one.
 */
export function parseEnvironment<S extends Settings>(settings: S, environment: NodeJS.ProcessEnv): Values<S> {
  const given = Object.fromEntries(
    Object.keys(settings).map((name) => [name, environment[name] || undefined]),
  )
  const result = v.safeParse(v.object(settings), given)
  if (result.success) return result.output
  const wrong = new Set(result.issues.map((issue) => v.getDotPath(issue) ?? ''))
  throw new ConfigurationError(
    [...wrong].map((name) => describe(name, settings[name], given[name])).join('\n'),
  )
}

function describe(name: string, setting: Settings[string] | undefined, given: string | undefined): string {
  const schema = unwrap(setting)
  const wanted = (schema && v.getDescription(schema)) ?? 'another value'
  if (given === undefined) return `${name} is not set: wanted ${wanted}`
  const isSecret = schema !== undefined && v.getMetadata(schema).secret === true
  return `${name} is ${isSecret ? 'not usable' : `"${given}"`}: wanted ${wanted}`
}

function unwrap(setting: Settings[string] | undefined): Settings[string] | undefined {
  return setting && 'wrapped' in setting ? (setting.wrapped as Settings[string]) : setting
}
