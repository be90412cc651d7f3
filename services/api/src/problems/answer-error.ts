import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from './http-problem.ts'
import { problems, problemType } from './problem.ts'
import { validationProblem } from './validation-problem.ts'

const PROBLEMS_BY_CODE: Record<string, HttpProblem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new HttpProblem('too-large', 'a body may have 64 KiB'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new HttpProblem('unsupported-media-type', 'send application/json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new HttpProblem('malformed-body', 'the body is empty but announced as JSON'),
  FST_ERR_CTP_INVALID_JSON_BODY: new HttpProblem('malformed-body', 'the body is not JSON'),
}

/** Answers any error as a problem. What the server did wrong is logged, and told only by its instance. */
export function answerError(error: FastifyError | HttpProblem, request: FastifyRequest, reply: FastifyReply) {
  const { kind, message, members } = toProblem(error)
  if (kind === 'internal') request.log.error({ err: error }, 'request failed')
  const { status, title } = problems[kind]
  const instance = `urn:uuid:${request.id}`
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: problemType(kind), title, status, detail: message, instance, ...members })
}

function toProblem(error: FastifyError | HttpProblem): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error.validation) return validationProblem(error.validation, error.validationContext)
  const known = PROBLEMS_BY_CODE[error.code]
  if (known) return known
  if (error.statusCode && error.statusCode < 500) return new HttpProblem('bad-request', error.message)
  return new HttpProblem('internal', 'the reason is in the log of the server, under this instance')
}
