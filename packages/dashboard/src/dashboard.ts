import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { BoardQueue } from '@muster/queues'
import type { FastifyInstance } from 'fastify'
import { addJobBoard } from './add-job-board.ts'
import { addLoginRoutes } from './add-login-routes.ts'
import type { Operators } from './operators.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import { requireSession } from './require-session.ts'
import { createSessions } from './sessions.ts'

export type DashboardOptions = { queues: BoardQueue[]; operators: Operators }

/** A Fastify plugin: the job board at /ops/queues, for operators who signed in at /ops/login. */
export async function dashboard(
  app: FastifyInstance,
  { queues, operators }: DashboardOptions,
): Promise<void> {
  const sessions = createSessions(operators)
  await app.register(cookie)
  await app.register(formbody)
  app.addHook('onRequest', refuseCrossSite)
  addLoginRoutes(app, operators, sessions)
  await app.register(async (board) => {
    board.addHook('onRequest', (request, reply) => requireSession(sessions, request, reply))
    await addJobBoard(board, queues)
  })
}
