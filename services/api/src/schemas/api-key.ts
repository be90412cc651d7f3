import { scopes } from '@muster/access'
import { Type } from 'typebox'
import { model } from './model.ts'
import { id, instant, maybeInstant } from './scalars.ts'

/** The fields of a key, without the key itself. */
export const apiKeyFields = {
  id: id('Id of the key.'),
  name: Type.String({ description: 'What people call it.' }),
  prefix: Type.String({ description: 'How it begins.' }),
  scopes: Type.Array(Type.Enum(scopes), { description: 'What it may be used for.' }),
  createdAt: instant('When it was made.'),
  lastUsedAt: maybeInstant('When it was last used, to the minute.'),
  revokedAt: maybeInstant('When it was revoked; null while it is in force.'),
}

/** A key as it is listed. */
export const ApiKeyModel = model('ApiKey', Type.Object(apiKeyFields, { description: 'An API key.' }))
