import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { dashboard } from '@muster/dashboard'
import type { Logger } from '@muster/runtime'
import Fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Api, Context } from './api.ts'
import { buildValidator } from './build-validator.ts'
import { describeApi } from './describe-api.ts'
import { describeRoute } from './describe-route.ts'
import { operators } from './keys/operators.ts'
import { answerError } from './problems/answer-error.ts'
import { answerNotFound } from './problems/answer-not-found.ts'
import { addRoutes } from './routes.ts'
import { formats } from './schemas/formats.ts'
import { models } from './schemas/models.ts'
import { securityHeaders } from './security-headers.ts'

const OPTIONS = {
  bodyLimit: 64 * 1024,
  requestTimeout: 15_000,
  routerOptions: { maxParamLength: 1_000 },
  // Unknown fields are refused instead of dropped, and every wrong field is named.
  ajv: { customOptions: { removeAdditional: false, allErrors: true, formats } },
} as const

/** The server with all of its routes, not listening yet. */
export async function createServer(context: Context, logger: Logger): Promise<Api> {
  const app: Api = Fastify({
    ...OPTIONS,
    schemaController: { compilersFactory: { buildValidator } },
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    frameworkErrors: answerError,
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setErrorHandler(answerError)
  answerNotFound(app)
  app.addHook('onResponse', logRequest)
  await app.register(helmet, securityHeaders)
  for (const { name, schema } of models) app.addSchema({ $id: name, ...schema })
  app.addHook('onRoute', describeRoute)
  await describeApi(app)
  await addRoutes(app, context)
  await app.register(dashboard, { queues: context.queues.all(), operators: operators(context.pool) })
  return app
}

async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { log, method, url, routeOptions } = request
  const level = routeOptions.config.unlogged ? 'debug' : 'info'
  const durationMs = Math.round(reply.elapsedTime)
  log[level]({ method, url, status: reply.statusCode, durationMs }, 'request answered')
}
