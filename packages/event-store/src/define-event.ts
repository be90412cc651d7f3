import * as v from 'valibot'
import { InvalidEventError, UnknownEventVersionError } from './errors.ts'
import type { StoredEvent } from './event.ts'

type DataSchema = v.GenericSchema<unknown, object>

/** A kind of event: its name in the log, the shape of its data, and how older shapes become the present one. */
export type EventType<Data extends object = object> = {
  name: string
  /** The version that is written: 1, 2, 3 … */
  version: number
  /** Checks data that is to be written. Throws InvalidEventError. */
  check(data: object): void
  /**
   * The data of a stored event in the present shape; null when the event is of another kind. Throws
   * UnknownEventVersionError when a newer program wrote it, InvalidEventError when it cannot be brought up to date.
   */
  read(event: Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>): Data | null
}

/** A kind of event that can get a next version. */
type Versions<Data extends object> = EventType<Data> & {
  /**
   * The next version, and how data of the one before becomes data of it. `upcast` must be pure: a stored event
   * reads the same for ever.
   */
  next<S extends DataSchema>(schema: S, upcast: (old: Data) => v.InferInput<S>): Versions<v.InferOutput<S>>
}

/** The data of a kind of event. */
export type DataOf<T extends EventType> = NonNullable<ReturnType<T['read']>>

type Upcast = (old: never) => unknown

/** Defines a kind of event by the schema of its first version; later ones follow with `next`. */
export function defineEvent<S extends DataSchema>(name: string, schema: S): Versions<v.InferOutput<S>> {
  return versions(name, schema, [])
}

function versions<S extends DataSchema>(
  name: string,
  schema: S,
  upcasts: Upcast[],
): Versions<v.InferOutput<S>> {
  const version = upcasts.length + 1
  return {
    name,
    version,
    check: (data) => void parse(name, version, schema, data),
    read(event) {
      if (event.type !== name) return null
      if (event.schemaVersion > version) {
        const known = `${name} is known up to version ${version}`
        throw new UnknownEventVersionError(`${known}, and the event is of version ${event.schemaVersion}`)
      }
      // What was checked when it was written is not checked again: rebuilds read millions.
      if (event.schemaVersion === version) return event.data as v.InferOutput<S>
      return parse(name, event.schemaVersion, schema, upcastAll(event.data, upcasts, event.schemaVersion))
    },
    next: (nextSchema, upcast) => versions(name, nextSchema, [...upcasts, upcast as Upcast]),
  }
}

function upcastAll(data: unknown, upcasts: Upcast[], from: number): unknown {
  return upcasts.slice(from - 1).reduce((old, upcast) => upcast(old as never), data)
}

function parse<S extends DataSchema>(
  name: string,
  version: number,
  schema: S,
  data: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, data)
  if (result.success) return result.output
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'data'}: ${issue.message}`)
  throw new InvalidEventError(`${name} of version ${version}: ${faults.join('; ')}`)
}
