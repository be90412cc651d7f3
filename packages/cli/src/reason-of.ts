/** Why a connection failed, in words; one to a name with several addresses fails once for each, alike. */
export function reasonOf(cause: unknown): string {
  const error: unknown = cause instanceof AggregateError ? cause.errors[0] : cause
  return error instanceof Error ? error.message : String(error)
}
