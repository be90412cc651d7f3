import { Type } from 'typebox'
import type { Api } from '../api.ts'

const schema = {
  operationId: 'health',
  tags: ['service'],
  summary: 'Whether the process serves',
  description: 'Asks nothing else: a process that answers here need not be started again. No key needed.',
  response: { 200: Type.Object({ status: Type.Literal('ok') }, { description: 'It serves.' }) },
}

/** GET /health */
export function health(app: Api): void {
  app.get('/health', { config: { unlogged: true }, schema }, async () => ({ status: 'ok' as const }))
}
