import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Scope } from '@muster/access'
import type { Pool } from '@muster/postgres'
import type { Queues } from '@muster/queues'
import type { Logger } from '@muster/runtime'
import type {
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ProblemKind } from './problems/problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must hold to be let in; only routes outside of /v1 have none. */
    scope?: Scope
    /** Problems that the route answers with, besides those that every route of its shape has. */
    problems?: readonly ProblemKind[]
    /** Whether its requests are logged at debug only, as those of probes, which come every few seconds. */
    unlogged?: boolean
  }
}

/** The server as routes see it: types of requests and replies come from their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  Logger,
  TypeBoxTypeProvider
>

/** What routes work with. */
export type Context = { pool: Pool; queues: Queues }
