/** What a key may be used for. None contains another. */
export const scopes = ['read', 'subscribe', 'operate'] as const

export type Scope = (typeof scopes)[number]

/** A key as it is listed. The key itself is shown once, when it is made; only its hash is kept. */
export type ApiKey = {
  id: string
  name: string
  /** How the key begins, so that a person can tell keys apart. */
  prefix: string
  scopes: Scope[]
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}
