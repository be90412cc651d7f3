import { type TSchema, Type } from 'typebox'

/** An instant; the serializer writes dates as text. */
export const instant = (description: string) =>
  Type.Unsafe<Date>({ type: 'string', format: 'date-time', description })

/** An instant or null. */
export const maybeInstant = (description: string) =>
  Type.Unsafe<Date | null>({ type: ['string', 'null'], format: 'date-time', description })

/** Text or null. */
export const maybeText = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], description })

/** A number or null. */
export const maybeNumber = (description: string) =>
  Type.Unsafe<number | null>({ type: ['number', 'null'], description })

/** A schema or null. */
export const maybe = <S extends TSchema>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description })

/** The id of something, a UUID. The length keeps out `urn:uuid:…`, which the format allows. */
export const id = (description: string) => Type.String({ format: 'uuid', maxLength: 36, description })

/** A line of text that a person gives. */
export const line = (description: string, maxLength = 200) =>
  Type.String({ format: 'line', maxLength, description })

/** A topic, `actor.item.predicate`. */
export const topic = (description: string) => line(description, 300)

/** An instant that a request names. */
export const moment = (description: string) =>
  Type.String({ format: 'date-time', maxLength: 40, description })
