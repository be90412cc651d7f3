import { type Static, type TSchema, type TUnsafe, Type } from 'typebox'

/** A schema with a name, under which the reference page shows it once; routes refer to it by `ref`. */
export type Model<S extends TSchema> = { name: string; schema: S; ref: TUnsafe<Static<S>> }

/** Names a schema. */
export function model<S extends TSchema>(name: string, schema: S): Model<S> {
  return { name, schema, ref: Type.Unsafe<Static<S>>({ $ref: `${name}#` }) }
}
