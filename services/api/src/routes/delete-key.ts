import { revokeKey } from '@muster/access'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { notFound } from '../problems/not-found.ts'
import { input } from '../schemas/input.ts'
import { id } from '../schemas/scalars.ts'

const schema = {
  operationId: 'revokeKey',
  tags: ['keys'],
  summary: 'Revoke an API key',
  description:
    'From now on it is refused, sessions on the job board that it opened end, and so do its subscriptions: they ' +
    'are `ended` and raise no more alerts. Deliveries under way go on. The key stays in the list.',
  params: input({ id: id('Id of the key.') }),
  response: { 204: Type.Null({ description: 'Revoked.' }) },
}

/** DELETE /v1/keys/{id} */
export function deleteKey(app: Api, { pool }: Context): void {
  app.delete(
    '/v1/keys/:id',
    { config: { scope: 'operate', problems: ['not-found'] }, schema },
    async ({ params, log }, reply) => {
      const revoked = await revokeKey(pool, params.id, new Date())
      if (!revoked) throw notFound('key', params.id)
      log.info({ keyId: revoked.id }, 'api key revoked')
      return reply.code(204).send(null)
    },
  )
}
