import { afterCommit, type Db, type Pool } from '@muster/postgres'
import { announceAppend } from './announce-append.ts'
import { appendTogether } from './append-together.ts'
import type { AppendPart, AppendResult } from './event.ts'
import { nameAppendError } from './name-append-error.ts'
import { type PreparedAppend, prepareAppend } from './prepare-append.ts'
import { callAppendEvents } from './store.ts'

/**
 * Appends events to one or several streams in one round trip, all or nothing. `key` is a UUID that names the
 * work by its content: the same append made again changes nothing and answers as the first time. On a pool it
 * commits by itself, together with what else this process appends at that moment; in a transaction with that.
 * Those who follow the log are woken once it is committed.
 *
 * Throws InvalidEventError when data does not have the shape of its kind, WrongExpectedVersionError when a stream
 * is not where it was expected, AppendKeyReusedError when the key was used for other events, LogBusyError when
 * others held the log for too long, PartitionMissingError when nobody made partitions ahead, and
 * AppendIsolationError in a transaction that is not READ COMMITTED.
 */
export async function append(db: Db, key: string, parts: AppendPart[]): Promise<AppendResult> {
  const prepared = prepareAppend(key, parts)
  return isPool(db) ? appendTogether(db, prepared) : appendWithin(db, prepared)
}

const isPool = (db: Db): db is Pool => 'totalCount' in db

async function appendWithin(tx: Exclude<Db, Pool>, prepared: PreparedAppend): Promise<AppendResult> {
  const [result] = await callAppendEvents(tx, [prepared]).catch((error: unknown) => {
    throw nameAppendError(error)
  })
  afterCommit(tx, announceAppend)
  return result as AppendResult
}
