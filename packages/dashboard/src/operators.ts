/** A key that may use the dashboard. `secret` is known to the database alone and signs the sessions of the key. */
export type OperatorKey = { id: string; secret: Buffer }

/** Who may use the dashboard. Either answers null for a key that is unknown, revoked, or no operator's. */
export type Operators = {
  byKey(key: string): Promise<OperatorKey | null>
  byId(id: string): Promise<OperatorKey | null>
}
