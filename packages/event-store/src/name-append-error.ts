import {
  AppendIsolationError,
  AppendKeyReusedError,
  LogBusyError,
  PartitionMissingError,
  WrongExpectedVersionError,
} from './errors.ts'

type DatabaseError = Error & { code?: string; detail?: string; table?: string }

/** The named error for what the database says of an append; any other error as it is. */
export function nameAppendError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, message, detail, table } = error as DatabaseError
  const options = { cause: error }
  switch (code) {
    case 'ES001':
      return new WrongExpectedVersionError(detail ?? message, options)
    case 'ES002':
      return new AppendKeyReusedError(message, options)
    case 'ES004':
      return new AppendIsolationError(message, options)
    case '55P03':
      return new LogBusyError('another append holds the log or the stream for ten seconds already', options)
    case '23505':
      // Two appends of one key at once that share no stream, or one would have waited for the other.
      return table === 'appends' ? new AppendKeyReusedError(detail ?? message, options) : error
    case '23514':
      return new PartitionMissingError('the log has no partition for its next events', options)
    default:
      return error
  }
}
