export { append } from './append.ts'
export { applyOrPark } from './apply-or-park.ts'
export { type DataOf, defineEvent, type EventType } from './define-event.ts'
export {
  AppendIsolationError,
  AppendKeyReusedError,
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
export { projectionPosition } from './projection-position.ts'
export { type LogPage, type ReadAllRequest, readAll } from './read-all.ts'
export { readStream } from './read-stream.ts'
export { type Projection, type ProjectionStep, runProjection } from './run-projection.ts'
export {
  countParkedEvents,
  deleteParkedEvent,
  ensureEventPartitions,
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
