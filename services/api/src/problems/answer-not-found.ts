import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Api } from '../api.ts'
import { HttpProblem } from './http-problem.ts'

/**
 * Answers requests that no route takes: 405 and the methods that are taken where only the method is wrong, 404
 * elsewhere. Knows the routes that are added after it.
 */
export function answerNotFound(app: Api): void {
  const routes: { path: RegExp; methods: string[] }[] = []
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ path: pathPattern(url), methods: [method].flat() })
  })
  app.setNotFoundHandler(({ method, url }: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = url.split('?')
    const taken = routes.flatMap((route) => (route.path.test(path) ? route.methods : []))
    const allowed = [...new Set(taken)].sort().join(', ')
    if (!allowed)
      throw new HttpProblem('not-found', `there is no ${method} ${url}; every route is listed at /docs`)
    reply.header('allow', allowed)
    throw new HttpProblem('method-not-allowed', `${path} takes ${allowed}, not ${method}`)
  })
}

function pathPattern(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/:[^/]+/g, '[^/]+').replaceAll('*', '.*')}$`)
}
