import { HttpProblem } from '../problems/http-problem.ts'

/** A place in a list as text that clients keep and give back. Parts have no line breaks. */
export function encodeCursor(...parts: (string | number)[]): string {
  return Buffer.from(parts.join('\n')).toString('base64url')
}

/** Reads a cursor back, part by part. Throws HttpProblem when it is not one of this list. */
export function decodeCursor(cursor: string, shapes: RegExp[]): string[] {
  const parts = Buffer.from(cursor, 'base64url').toString().split('\n')
  const fits =
    parts.length === shapes.length && shapes.every((shape, index) => shape.test(parts[index] ?? ''))
  if (fits) return parts
  throw new HttpProblem('not-a-cursor', 'give back the `next` of the page before as it was, or leave it out')
}
