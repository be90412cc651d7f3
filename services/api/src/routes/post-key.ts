import { createApiKey, scopes } from '@muster/access'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { apiKeyFields } from '../schemas/api-key.ts'
import { input } from '../schemas/input.ts'
import { line } from '../schemas/scalars.ts'

const schema = {
  operationId: 'createKey',
  tags: ['keys'],
  summary: 'Make an API key',
  description:
    'The key is in this answer and is never shown again. `read` reads what was found, `subscribe` manages ' +
    'own subscriptions and their deliveries, `operate` manages feeds and keys, sees every subscription and ' +
    'opens the job board. No scope contains another.',
  body: input({
    name: line('What people call it, as in the name of the program that uses it.'),
    scopes: Type.Array(Type.Enum(scopes), {
      minItems: 1,
      maxItems: scopes.length,
      uniqueItems: true,
      description: 'What it may be used for.',
    }),
  }),
  response: {
    201: Type.Object(
      { ...apiKeyFields, key: Type.String({ description: 'The key; begins with `muster_`. Keep it now.' }) },
      { description: 'The new key.' },
    ),
  },
}

/** POST /v1/keys */
export function postKey(app: Api, { pool }: Context): void {
  app.post('/v1/keys', { config: { scope: 'operate' }, schema }, async ({ body, log }, reply) => {
    const made = await createApiKey(pool, body)
    log.info({ keyId: made.id, scopes: made.scopes }, 'api key made')
    return reply.code(201).send(made)
  })
}
