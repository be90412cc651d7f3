import { decodeCursor } from './cursor.ts'

/** The shape of an id in a cursor. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id after which a list goes on, or undefined for its beginning. */
export function idOf(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decodeCursor(cursor, [ID])[0]
}
