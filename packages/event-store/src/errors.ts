/** A stream was not at the version that the append expected: somebody else wrote first. */
export class WrongExpectedVersionError extends Error {
  override name = 'WrongExpectedVersionError'
}

/** An append key came back with other events than the first time. */
export class AppendKeyReusedError extends Error {
  override name = 'AppendKeyReusedError'
}

/** Positions in the log do not follow one another: events were lost, and reading on would hide it. */
export class LogGapError extends Error {
  override name = 'LogGapError'
}

/** The data of an event does not have the shape of its kind. */
export class InvalidEventError extends Error {
  override name = 'InvalidEventError'
}

/** An event was written by a newer program than this one, which must not guess what it means. */
export class UnknownEventVersionError extends Error {
  override name = 'UnknownEventVersionError'
}

/** An append was asked for in a transaction that would not see what was committed just before it. */
export class AppendIsolationError extends Error {
  override name = 'AppendIsolationError'
}

/** Somebody held the log, or a stream or partition of it, for too long. What waited for it may be tried again. */
export class LogBusyError extends Error {
  override name = 'LogBusyError'
}

/** Events that were asked for have been archived; the message says in which file they are. */
export class LogArchivedError extends Error {
  override name = 'LogArchivedError'
}

/** The file of an archive or its manifest is not as it was written. */
export class ArchiveDamagedError extends Error {
  override name = 'ArchiveDamagedError'
}

/** The job that makes the log's partitions ahead has not run for long. */
export class PartitionMissingError extends Error {
  override name = 'PartitionMissingError'
}
