import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Sessions } from './sessions.ts'

/** The cookie that holds a session. */
export const SESSION_COOKIE = 'muster_ops'

/** Lets a request through that carries a session; sends people to the login page and programs away. */
export async function requireSession(
  sessions: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (await sessions.find(request.cookies[SESSION_COOKIE], new Date())) return undefined
  if (!request.url.startsWith('/ops/queues/api/')) return reply.redirect('/ops/login', 303)
  return reply
    .code(401)
    .type('application/problem+json')
    .send({
      type: 'urn:muster:problem:signed-out',
      title: 'The job board is for operators who signed in',
      status: 401,
      detail: 'sign in at /ops/login',
      instance: `urn:uuid:${request.id}`,
    })
}
