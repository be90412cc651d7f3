import { findKeys } from '@muster/access'
import { Type } from 'typebox'
import type { Api, Context } from '../api.ts'
import { ApiKeyModel } from '../schemas/api-key.ts'

const schema = {
  operationId: 'listKeys',
  tags: ['keys'],
  summary: 'List API keys',
  description: 'All of them, also revoked ones, the oldest first. The keys themselves are not kept.',
  response: { 200: Type.Object({ keys: Type.Array(ApiKeyModel.ref) }, { description: 'The keys.' }) },
}

/** GET /v1/keys */
export function listKeys(app: Api, { pool }: Context): void {
  app.get('/v1/keys', { config: { scope: 'operate' }, schema }, async () => ({ keys: await findKeys(pool) }))
}
