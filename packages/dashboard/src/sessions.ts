import { createHmac } from 'node:crypto'
import { fastifyCookie } from '@fastify/cookie'
import type { OperatorKey, Operators } from './operators.ts'

export type Sessions = {
  /** The text of a new session, for a cookie. */
  open(operator: OperatorKey, now: Date): string
  /** The operator whose session that is, or null when it is none, or over, or its key was revoked. */
  find(session: string | undefined, now: Date): Promise<OperatorKey | null>
}

/** How long a session lasts. */
export const SESSION_SECONDS = 12 * 3600

/**
 * Sessions that need no table: a key's id and an end, signed with a secret that is derived from the key. Every
 * process of the API knows them, also after a restart, and revoking the key ends them.
 */
export function createSessions(operators: Operators): Sessions {
  return {
    open(operator, now) {
      const end = Math.floor(now.getTime() / 1000) + SESSION_SECONDS
      return fastifyCookie.sign(`${operator.id}.${end}`, signingSecret(operator))
    },
    async find(session, now) {
      const [id, end] = /^([0-9a-f-]{36})\.(\d{1,12})\./.exec(session ?? '')?.slice(1) ?? []
      if (!session || !id || Number(end) * 1000 <= now.getTime()) return null
      const operator = await operators.byId(id)
      return operator && fastifyCookie.unsign(session, signingSecret(operator)).valid ? operator : null
    },
  }
}

/** Not the secret itself, so that a signature made for a session is of no use anywhere else. */
function signingSecret({ secret }: OperatorKey): Buffer {
  return createHmac('sha256', secret).update('muster dashboard session').digest()
}
