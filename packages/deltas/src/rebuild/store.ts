import { type Claim, findTopicClaims } from '@muster/claims'
import { advisoryLocks, type Db, type Pool, type Transaction } from '@muster/postgres'

/** What the projection keeps, and so what a rebuild makes anew. */
const TABLES = ['articles', 'claims', 'estimates', 'deltas']

/** Takes the right to rebuild for as long as this connection lasts; false when another has it. */
export async function takeRebuildLock(client: Transaction): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    advisoryLocks.rebuild,
  ])
  return rows[0]?.taken ?? false
}

/** Gives the right to rebuild back. */
export async function releaseRebuildLock(client: Transaction): Promise<void> {
  await client.query('select pg_advisory_unlock($1)', [advisoryLocks.rebuild])
}

/**
 * Makes empty tables beside those in use, with their primary keys alone: other indexes are quicker made at the end. They
 * are not vacuumed meanwhile, which would take time from the rebuild and hold the switch up for a second. Answers with
 * the id of their schema.
 */
export async function createRebuildTables(tx: Transaction): Promise<number | null> {
  await tx.query(`drop schema if exists muster_rebuild cascade; create schema muster_rebuild`)
  await removeRetiredTables(tx)
  for (const table of TABLES) {
    await tx.query(
      `create table muster_rebuild.${table} (like public.${table} including defaults including constraints including storage)
       with (autovacuum_enabled = off)`,
    )
  }
  for (const definition of await findIndexes(tx, 'primary')) await tx.query(definition)
  return findRebuildSchema(tx)
}

/** The id of the schema of the new tables, which each rebuild makes; null when there is none. */
export async function findRebuildSchema(db: Db): Promise<number | null> {
  const { rows } = await db.query<{ id: number | null }>(
    `select to_regnamespace('muster_rebuild')::oid as id`,
  )
  return rows[0]?.id ?? null
}

/**
 * Makes an index of the new tables, with memory enough to sort a million rows. Its commit need not wait for the disk: that
 * of the switch does.
 */
export async function createIndex(tx: Transaction, definition: string): Promise<void> {
  await tx.query(`set local maintenance_work_mem = '256MB'; set local synchronous_commit = off`)
  await tx.query(definition)
}

/** Reads the live claims of topics, which need the index of the topics before the others are made. */
export async function findRebuiltTopicClaims(tx: Transaction, topics: string[]): Promise<Claim[]> {
  const definitions = await findIndexes(tx, 'other')
  await tx.query(definitions.find((each) => each.includes(' claims_of_topic ')) ?? '')
  return findTopicClaims(tx, topics)
}

/** Has the planner learn the new tables: all but JSON, by which nobody searches and which takes longest. */
export async function analyzeRebuildTables(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ statement: string }>(
    `select format('analyze %s (%s)', attrelid::regclass, string_agg(quote_ident(attname), ', ')) as statement
       from pg_attribute a join pg_class t on t.oid = a.attrelid
      where t.relnamespace = 'muster_rebuild'::regnamespace and t.relkind = 'r'
        and attnum > 0 and not attisdropped and atttypid <> 'jsonb'::regtype group by attrelid`,
  )
  await Promise.all(rows.map(({ statement }) => pool.query(statement)))
}

/** The indexes of the tables in use, as definitions for the new ones, those of the largest table first. */
export async function findIndexes(db: Db, kind: 'primary' | 'other'): Promise<string[]> {
  const { rows } = await db.query<{ definition: string }>(
    `select case when x.indisprimary
              then format('alter table muster_rebuild.%I add %s', t.relname, pg_get_constraintdef(c.oid))
              else regexp_replace(pg_get_indexdef(x.indexrelid), ' INDEX (.*) ON public\\.', ' INDEX IF NOT EXISTS \\1 ON muster_rebuild.')
            end as definition
       from pg_index x join pg_class t on t.oid = x.indrelid
       left join pg_constraint c on c.conindid = x.indexrelid and c.contype = 'p'
      where t.relnamespace = 'public'::regnamespace and t.relname = any($1) and x.indisprimary = $2
      order by pg_table_size(t.oid) desc, x.indexrelid`,
    [TABLES, kind === 'primary'],
  )
  return rows.map(({ definition }) => definition)
}

/**
 * Lets the statements of this transaction read and write the new tables. Between two of them thousands of events are
 * folded, which may take longer than a transaction may otherwise wait. Its commit need not wait for the disk: that of
 * the switch does, and whoever is cut off before it begins anew.
 */
export async function useRebuildTables(tx: Transaction): Promise<void> {
  await tx.query(
    `set local search_path = muster_rebuild, public; set local idle_in_transaction_session_timeout = 60000;
     set local synchronous_commit = off`,
  )
}

/** How many deltas after a position and up to another are not the same, byte for byte, in the tables in use and the new ones. */
export async function countDifferentDeltas(tx: Transaction, after: number, through: number): Promise<number> {
  // Both are read by their primary keys: hashing or sorting hundreds of megabytes takes three times as long.
  await tx.query(`set local enable_hashjoin = off; set local enable_sort = off`)
  const { rows } = await tx.query<{ different: number }>(
    `select count(*) as different
       from (select * from public.deltas where position > $1 and position <= $2) o
       full join (select * from muster_rebuild.deltas where position > $1 and position <= $2) n using (position, ordinal)
      where o.topic is null or n.topic is null or o *<> n`,
    [after, through],
  )
  return rows[0]?.different ?? 0
}

/** Puts the new tables in the place of those in use, and these aside: to remove them takes longer than readers are to wait. */
export async function switchTables(tx: Transaction): Promise<void> {
  await tx.query(`create schema muster_retired`)
  for (const table of TABLES) {
    await tx.query(`alter table public.${table} set schema muster_retired`)
    await tx.query(`alter table muster_rebuild.${table} reset (autovacuum_enabled)`)
    await tx.query(`alter table muster_rebuild.${table} set schema public`)
  }
  await tx.query(`drop schema muster_rebuild`)
}

/** Removes the tables that were in use. */
export async function removeRetiredTables(db: Db): Promise<void> {
  await db.query(`drop schema if exists muster_retired cascade`)
}

/** Makes the checkpoint and the parked events of one projection those of another. */
export async function takeOverCheckpoint(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.query(
    `update projections p set position = r.position, updated_at = now()
       from projections r where p.name = $2 and r.name = $1`,
    [from, to],
  )
  await tx.query(`delete from parked_events where projection = $1`, [to])
  await tx.query(`update parked_events set projection = $2 where projection = $1`, [from, to])
  await tx.query(`delete from projections where name = $1`, [from])
}

/** Forgets what an earlier rebuild left behind. */
export async function forgetCheckpoint(tx: Transaction, name: string): Promise<void> {
  await tx.query(`delete from projections where name = $1`, [name])
  await tx.query(`delete from parked_events where projection = $1`, [name])
}
