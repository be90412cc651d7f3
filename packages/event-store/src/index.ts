export { append } from './append.ts'
export { applyOrPark } from './apply-or-park.ts'
export { type ArchiveOutcome, archiveOldestPartition } from './archive/archive-oldest-partition.ts'
export { type ArchiveManifest, readManifest } from './archive/manifest.ts'
export { type Archive, readArchive } from './archive/read-archive.ts'
export { type RestoreOutcome, restoreArchive } from './archive/restore-archive.ts'
export { type DataOf, defineEvent, type EventType } from './define-event.ts'
export {
  AppendIsolationError,
  AppendKeyReusedError,
  ArchiveDamagedError,
  InvalidEventError,
  LogArchivedError,
  LogBusyError,
  LogGapError,
  PartitionMissingError,
  UnknownEventVersionError,
  WrongExpectedVersionError,
} from './errors.ts'
export type { AppendPart, AppendResult, ExpectedVersion, NewEvent, StoredEvent } from './event.ts'
export { eventTakenUp } from './event-taken-up.ts'
export { headOfLog, type LogHead } from './head-of-log.ts'
export { parkedAlarm } from './parked-alarm.ts'
export { partitionsAlarm } from './partitions-alarm.ts'
export { projectionPosition } from './projection-position.ts'
export { createReadAhead, type ReadPage } from './read-ahead.ts'
export { type LogPage, type ReadAllRequest, readAll } from './read-all.ts'
export { readStream } from './read-stream.ts'
export { renewLogId } from './renew-log-id.ts'
export { type Projection, type ProjectionStep, runProjection } from './run-projection.ts'
export {
  countParkedEvents,
  countPartitionsAhead,
  deleteParkedEvent,
  ensureEventPartitions,
  findArchivedThrough,
  findParkedEvents,
  findPositionAt,
  findRecordingTimes,
  lockCheckpoint,
  type ParkedEvent,
} from './store.ts'
export { tail } from './tail.ts'
export { type TakeUpResult, takeUpEvent } from './take-up-event.ts'
export { type LogVerification, verifyLog } from './verify-log.ts'
export { type Follower, type LogWatch, watchLog } from './watch-log.ts'
export { withCheckpoint } from './with-checkpoint.ts'
