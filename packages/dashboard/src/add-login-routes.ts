import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Operators } from './operators.ts'
import { loginPage, logoutPage, refusedPage } from './pages.ts'
import { SESSION_COOKIE } from './require-session.ts'
import { SESSION_SECONDS, type Sessions } from './sessions.ts'

// Secure wherever the request came over https; a loopback address has none.
const COOKIE = { path: '/ops', httpOnly: true, sameSite: 'strict', secure: 'auto' } as const
const schema = { hide: true }

/** Adds the pages on which operators sign in and out; they work without scripts. */
export function addLoginRoutes(app: FastifyInstance, operators: Operators, sessions: Sessions): void {
  app.get('/ops/login', { schema }, async (_request, reply) => sendPage(reply, loginPage))
  app.get('/ops/logout', { schema }, async (_request, reply) => sendPage(reply, logoutPage))
  app.post('/ops/login', { schema }, async ({ body, log }, reply) => {
    const operator = await operators.byKey(keyIn(body))
    if (!operator) return sendPage(reply.code(401), refusedPage)
    log.info({ keyId: operator.id }, 'operator signed in')
    const session = sessions.open(operator, new Date())
    return reply
      .setCookie(SESSION_COOKIE, session, { ...COOKIE, maxAge: SESSION_SECONDS })
      .redirect('/ops/queues', 303)
  })
  app.post('/ops/logout', { schema }, async (_request, reply) =>
    reply.clearCookie(SESSION_COOKIE, COOKIE).redirect('/ops/login', 303),
  )
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html').header('cache-control', 'no-store').send(page)
}

function keyIn(body: unknown): string {
  const key = (body as { key?: unknown } | null | undefined)?.key
  return typeof key === 'string' ? key.trim() : ''
}
