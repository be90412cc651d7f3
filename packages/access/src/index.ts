export { type ApiKey, type Scope, scopes } from './api-key.ts'
export { createApiKey } from './create-api-key.ts'
export { ensureApiKey } from './ensure-api-key.ts'
export { hashKey } from './hash-key.ts'
export { isKey } from './new-key.ts'
export {
  findKeyByHash,
  findKeys,
  findOperatorByHash,
  findOperatorById,
  findRevokedKeys,
  revokeKey,
  touchKey,
} from './store.ts'
