import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { BoardQueue } from '@muster/queues'
import type { FastifyInstance } from 'fastify'
import { isCrossSite } from './is-cross-site.ts'
import { addJobBoard } from './job-board.ts'
import { addLoginRoutes } from './login-routes.ts'
import type { Operators } from './operators.ts'
import { requireSession } from './require-session.ts'
import { createSessions } from './sessions.ts'

export type DashboardOptions = { queues: BoardQueue[]; operators: Operators }

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** A Fastify plugin: the job board at /ops/queues, for operators who signed in at /ops/login. */
export async function dashboard(
  app: FastifyInstance,
  { queues, operators }: DashboardOptions,
): Promise<void> {
  const sessions = createSessions(operators)
  await app.register(cookie)
  await app.register(formbody)
  app.addHook('onRequest', async (request) => {
    if (!SAFE_METHODS.includes(request.method) && isCrossSite(request)) throw new CrossSiteError()
  })
  addLoginRoutes(app, operators, sessions)
  await app.register(async (board) => {
    board.addHook('onRequest', (request, reply) => requireSession(sessions, request, reply))
    await addJobBoard(board, queues)
  })
}

/** A page of another site tried to use an operator's session. */
class CrossSiteError extends Error {
  override name = 'CrossSiteError'
  readonly statusCode = 403
  override message = 'the request comes from a page of another site'
}
