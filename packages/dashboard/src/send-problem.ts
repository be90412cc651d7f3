import type { FastifyReply } from 'fastify'

/** A reason for which the dashboard turns a request away. */
export type Refusal = { type: string; title: string; status: number; detail: string }

/** Answers with a problem as RFC 9457 describes it: bull-board's error handler has a shape of its own. */
export function sendProblem(reply: FastifyReply, { type, ...refusal }: Refusal): FastifyReply {
  return reply
    .code(refusal.status)
    .type('application/problem+json')
    .send({ type: `urn:muster:problem:${type}`, ...refusal, instance: `urn:uuid:${reply.request.id}` })
}
