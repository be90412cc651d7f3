import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './send-problem.ts'
import type { Sessions } from './sessions.ts'

/** The cookie that holds a session. */
export const SESSION_COOKIE = 'muster_ops'

const SIGNED_OUT = {
  type: 'signed-out',
  title: 'The job board is for operators who signed in',
  status: 401,
  detail: 'sign in at /ops/login',
}

/** Lets a request through that carries a session; sends people to the login page and programs away. */
export async function requireSession(
  sessions: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (await sessions.find(request.cookies[SESSION_COOKIE], new Date())) return undefined
  const isProgram = request.url.startsWith('/ops/queues/api/')
  return isProgram ? sendProblem(reply, SIGNED_OUT) : reply.redirect('/ops/login', 303)
}
