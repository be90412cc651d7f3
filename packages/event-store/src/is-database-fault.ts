/**
 * Whether an error is a fault of the database, which the next try may not meet. SQLSTATE classes 22 and 23 are
 * faults of the data, and 54 is data too large for the database, as a word for an index; all others may pass by
 * themselves. A lost connection has no SQLSTATE, but after it the rollback to a savepoint throws as well.
 */
export function isDatabaseFault(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^(22|23|54)/.test(code)
}
