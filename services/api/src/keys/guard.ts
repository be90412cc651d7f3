import type { ApiKey } from '@muster/access'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Api, Context } from '../api.ts'
import { HttpProblem } from '../problems/http-problem.ts'
import { authenticate } from './authenticate.ts'
import { KEY_DECORATOR } from './key-of.ts'

/**
 * Lets requests to the routes of `app` in by API key, each route by the scope in its `config`. A route that
 * names no scope is refused when it is added, so that none is left open by an oversight.
 */
export function guard(app: Api, { pool }: Context): void {
  app.decorateRequest(KEY_DECORATOR)
  app.addHook('onRoute', ({ url, config }) => {
    if (!config?.scope) throw new Error(`the route ${url} names no scope`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const key = await authenticate(pool, request.headers.authorization, new Date())
    if (!key) throw unauthorized(request, reply)
    const { scope } = request.routeOptions.config
    if (!scope || !key.scopes.includes(scope)) throw forbidden(reply, key, scope)
    request.setDecorator(KEY_DECORATOR, key)
    reply.header('cache-control', 'no-store')
  })
}

function unauthorized(request: FastifyRequest, reply: FastifyReply): HttpProblem {
  const given = request.headers.authorization !== undefined
  reply.header('www-authenticate', `Bearer realm="muster"${given ? ', error="invalid_token"' : ''}`)
  const reason = given ? 'the key is unknown or revoked' : 'no key was sent'
  return new HttpProblem('unauthorized', `${reason}; send one as "Authorization: Bearer muster_…"`)
}

function forbidden(reply: FastifyReply, { scopes }: ApiKey, scope = 'none'): HttpProblem {
  reply.header('www-authenticate', `Bearer realm="muster", error="insufficient_scope", scope="${scope}"`)
  return new HttpProblem(
    'forbidden',
    `this route wants the scope ${scope}; the key holds ${scopes.join(', ')}`,
  )
}
