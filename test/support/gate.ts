import type { Pool } from '@muster/postgres'

/** A row at which its writer stands still, in the middle of its transaction, until the gate is opened. */
export type Gate = {
  isReached(): Promise<boolean>
  open(): Promise<void>
}

/** Closes a gate before the rows of a table for which `condition`, SQL about the row `new`, is true. */
export async function closeGate(
  pool: Pool,
  { key, table, condition }: { key: number; table: string; condition: string },
): Promise<Gate> {
  const keeper = await pool.connect()
  await keeper.query('select pg_advisory_lock($1)', [key])
  await keeper.query(
    `create function gate_${key}() returns trigger language plpgsql as $$
     begin
       if ${condition} then perform pg_advisory_xact_lock_shared(${key}); end if;
       return new;
     end $$;
     create trigger gate_${key} before insert on ${table} for each row execute function gate_${key}()`,
  )
  return {
    async isReached() {
      const { rowCount } = await keeper.query(
        `select from pg_locks join pg_database d on d.oid = database
          where locktype = 'advisory' and not granted and objid = $1 and datname = current_database()`,
        [key],
      )
      return rowCount !== 0
    },
    async open() {
      await keeper.query('select pg_advisory_unlock($1)', [key])
      keeper.release()
    },
  }
}
