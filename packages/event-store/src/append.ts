import { createHash } from 'node:crypto'
import { afterCommit, type Db, type Pool } from '@muster/postgres'
import { deterministicId } from '@muster/runtime'
import stringify from 'safe-stable-stringify'
import { announceAppend } from './announce-append.ts'
import { AppendKeyReusedError, WrongExpectedVersionError } from './errors.ts'
import type { AppendPart, AppendResult, NewEvent } from './event.ts'
import { type AppendRows, callAppendEvents } from './store.ts'

/**
 * Appends events to one or several streams in one round trip, all or nothing. `key` is a UUID that names the
 * work by its content: the same append made again changes nothing and answers as the first time.
 * Throws InvalidEventError when data does not have the shape of its kind, WrongExpectedVersionError when a stream is not where it was expected, AppendKeyReusedError when the
 * key was used for other events. Those who follow the log are woken once it is committed.
 */
export async function append(db: Db, key: string, parts: AppendPart[]): Promise<AppendResult> {
  const result = await call(db, toRows(key, parts))
  if (isPool(db)) announceAppend(db)
  else afterCommit(db, announceAppend)
  return result
}

async function call(db: Db, rows: AppendRows): Promise<AppendResult> {
  try {
    return await callAppendEvents(db, rows)
  } catch (error) {
    // The same append was made by another process while this one waited: ask again for its answer.
    if (isRace(error) && isPool(db)) return callAppendEvents(db, rows)
    throw named(error)
  }
}

const isPool = (db: Db): db is Pool => 'totalCount' in db

function toRows(key: string, parts: AppendPart[]): AppendRows {
  for (const { type, data } of parts.flatMap(({ events }) => events)) type.check(data)
  const events = parts.flatMap(({ stream, events }, streamIndex) =>
    events.map((event, index) => ({ stream, streamIndex: streamIndex + 1, ordinal: index + 1, event })),
  )
  return {
    key,
    streams: parts.map(({ stream }) => stream),
    expected: parts.map(({ expected }) => (expected === 'any' ? null : expected === 'none' ? 0 : expected)),
    counts: parts.map(({ events }) => events.length),
    streamIndexes: events.map(({ streamIndex }) => streamIndex),
    ordinals: events.map(({ ordinal }) => ordinal),
    ids: events.map((_, index) => deterministicId('event', key, index)),
    types: events.map(({ event }) => event.type.name),
    schemaVersions: events.map(({ event }) => event.type.version),
    data: events.map(({ event }) => JSON.stringify(event.data)),
    metadata: events.map(({ event }) => JSON.stringify(event.metadata ?? {})),
    occurred: events.map(({ event }) => event.occurredAt),
    digests: events.map(({ stream, event }) => digest(stream, event)),
  }
}

// Without the metadata: a repeated job has another correlation id and is still the same append.
function digest(stream: string, { type, data, occurredAt }: NewEvent): Buffer {
  const canonical = stringify({ stream, type: type.name, schemaVersion: type.version, data, occurredAt })
  return createHash('sha256')
    .update(canonical ?? '')
    .digest()
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code

const isRace = (error: unknown): boolean =>
  codeOf(error) === 'ES006' ||
  (codeOf(error) === '23505' && (error as { table?: string }).table === 'appends')

function named(error: unknown): unknown {
  const { message, detail } = error as { message: string; detail?: string }
  if (codeOf(error) === 'ES001') return new WrongExpectedVersionError(detail ?? message, { cause: error })
  if (codeOf(error) === 'ES002') return new AppendKeyReusedError(message, { cause: error })
  return error
}
