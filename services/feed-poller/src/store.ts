import type { Db } from '@muster/postgres'

/** An event that the operator's webhook has not taken so far; without `nextAttemptAt` it is given up. */
export type OperatorNotice = {
  position: number
  attempts: number
  error: string
  attemptedAt: Date
  nextAttemptAt: Date | null
}

const COLUMNS = `position, attempts, error, attempted_at as "attemptedAt", next_attempt_at as "nextAttemptAt"`

/** What is known of the attempts to tell of an event; null where none has failed. */
export async function findNotice(db: Db, position: number): Promise<OperatorNotice | null> {
  const { rows } = await db.query<OperatorNotice>(
    `select ${COLUMNS} from operator_notices where position = $1`,
    [position],
  )
  return rows[0] ?? null
}

/** Writes down that an attempt failed. */
export async function saveNotice(db: Db, notice: OperatorNotice): Promise<void> {
  await db.query(
    `insert into operator_notices (position, attempts, error, attempted_at, next_attempt_at)
     values ($1, $2, $3, $4, $5)
     on conflict (position) do update set attempts = excluded.attempts, error = excluded.error,
       attempted_at = excluded.attempted_at, next_attempt_at = excluded.next_attempt_at`,
    [notice.position, notice.attempts, notice.error, notice.attemptedAt, notice.nextAttemptAt],
  )
}

/** Forgets the attempts at an event that was taken. */
export async function deleteNotice(db: Db, position: number): Promise<void> {
  await db.query('delete from operator_notices where position = $1', [position])
}

/** The events that were given up since an instant, the last first. */
export async function findGivenUp(db: Db, since: Date): Promise<OperatorNotice[]> {
  const { rows } = await db.query<OperatorNotice>(
    `select ${COLUMNS} from operator_notices
      where next_attempt_at is null and attempted_at > $1 order by attempted_at desc, position desc`,
    [since],
  )
  return rows
}
