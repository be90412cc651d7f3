import { Type } from 'typebox'
import { model } from '../schemas/model.ts'

/** Every way in which a request can fail: its status, and a title that says the same for each occurrence. */
export const problems = {
  validation: { status: 400, title: 'The request is not as this route wants it' },
  'malformed-body': { status: 400, title: 'The body cannot be read as JSON' },
  'not-a-cursor': { status: 400, title: 'That is not a cursor of this list' },
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  unauthorized: { status: 401, title: 'The request carries no API key that is in force' },
  forbidden: { status: 403, title: 'The API key does not hold the scope that this route wants' },
  'not-found': { status: 404, title: 'There is nothing here by that name' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'cursor-diverged': {
    status: 409,
    title: 'The cursor belongs to another log, or to a past that was replaced',
  },
  'cursor-too-old': { status: 410, title: 'What the cursor stands on has gone into an archive' },
  'not-dead': { status: 409, title: 'Only a delivery that was given up can be tried again' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is not sent as JSON' },
  internal: { status: 500, title: 'The server failed' },
  'not-ready': { status: 503, title: 'The service is not ready' },
} as const

export type ProblemKind = keyof typeof problems

/** The stable name of a kind of problem, which clients compare. */
export const problemType = (kind: ProblemKind): string => `urn:muster:problem:${kind}`

/** A problem as RFC 9457 describes it. */
export const Problem = model(
  'Problem',
  Type.Object(
    {
      type: Type.String({ description: 'The stable name of this kind of problem; compare this one.' }),
      title: Type.String({ description: 'What this kind of problem is, the same for each occurrence.' }),
      status: Type.Integer({ description: 'The HTTP status.' }),
      detail: Type.String({ description: 'What is wrong this time, and what to do.' }),
      instance: Type.String({ description: 'Names this occurrence; the log of the server has it too.' }),
      errors: Type.Optional(
        Type.Array(
          Type.Object({
            pointer: Type.Optional(Type.String({ description: 'The field of the body, as a JSON Pointer.' })),
            parameter: Type.Optional(Type.String({ description: 'The parameter of the path or query.' })),
            detail: Type.String({ description: 'What is wrong with it.' }),
          }),
          { description: 'With `validation` only: each field that is wrong.' },
        ),
      ),
      failures: Type.Optional(
        Type.Array(Type.Object({ part: Type.String(), detail: Type.String() }), {
          description: 'With `not-ready` only: each part that does not work.',
        }),
      ),
    },
    { description: 'A failure, as RFC 9457 (Problem Details for HTTP APIs) describes it.' },
  ),
)
