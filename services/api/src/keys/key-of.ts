import type { ApiKey } from '@muster/access'
import type { FastifyRequest } from 'fastify'

/** Under what name a request carries its key. */
export const KEY_DECORATOR = 'apiKey'

/** The key with which a request was let in. */
export const keyOf = (request: FastifyRequest): ApiKey => request.getDecorator<ApiKey>(KEY_DECORATOR)
