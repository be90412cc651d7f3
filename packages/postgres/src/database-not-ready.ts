/** The database cannot be used yet; the message says what to do. */
export class DatabaseNotReadyError extends Error {
  override name = 'DatabaseNotReadyError'
}

/** The reason why a first statement failed, as advice. */
export function notReady(error: unknown): DatabaseNotReadyError {
  const { code, message } = error as { code?: string; message: string }
  const advice =
    code === '42P01'
      ? 'the database has no tables yet: run "npm run muster -- migrate" first'
      : `the database at DATABASE_URL does not answer (${message || code}): is it running, and is the address right?`
  return new DatabaseNotReadyError(advice, { cause: error })
}
