import type { Db } from '@muster/postgres'

/** Takes a domain until an instant; false when it is not free. */
export async function takeDomain(db: Db, domain: string, now: Date, until: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into feed_domains as d (domain, free_at) values ($1, $3)
     on conflict (domain) do update set free_at = $3 where d.free_at <= $2`,
    [domain, now, until],
  )
  return rowCount === 1
}

/** Keeps domains that are taken until an instant, those that are held for longer until then. */
export async function renewDomains(db: Db, domains: string[], until: Date): Promise<void> {
  await db.query(`update feed_domains set free_at = greatest(free_at, $2) where domain = any($1)`, [
    domains,
    until,
  ])
}

/** When a domain is free. */
export async function findFreeAt(db: Db, domain: string): Promise<Date | null> {
  const { rows } = await db.query<{ freeAt: Date }>(
    `select free_at as "freeAt" from feed_domains where domain = $1`,
    [domain],
  )
  return rows[0]?.freeAt ?? null
}

/** Lets go of a domain, and remembers whether it was reached. A hold put on it meanwhile stays. */
export async function releaseDomain(
  db: Db,
  domain: string,
  result: { freeAt: Date; at: Date; reached: boolean },
): Promise<void> {
  await db.query(
    `update feed_domains set free_at = greatest($2, held_until), result_at = $3, reached = $4,
            throttled = case when held_until > $3 then throttled else 0 end
      where domain = $1`,
    [domain, result.freeAt, result.at, result.reached],
  )
}

/** Lets go of a domain that was taken and not asked. */
export async function untakeDomain(db: Db, domain: string, now: Date): Promise<void> {
  await db.query(`update feed_domains set free_at = greatest($2, held_until) where domain = $1`, [
    domain,
    now,
  ])
}

/** How often in a row a domain has asked for a pause. */
export async function findThrottled(db: Db, domain: string): Promise<number> {
  const { rows } = await db.query<{ throttled: number }>(
    `select throttled from feed_domains where domain = $1`,
    [domain],
  )
  return rows[0]?.throttled ?? 0
}

/** Asks nothing of a domain until an instant. */
export async function holdDomain(db: Db, domain: string, until: Date): Promise<void> {
  await db.query(
    `update feed_domains set held_until = $2, free_at = greatest(free_at, $2), throttled = throttled + 1 where domain = $1`,
    [domain, until],
  )
}

/** Of the domains asked last, how many there are and how many were not reached. */
export async function countUnreached(
  db: Db,
  since: Date,
  limit: number,
): Promise<{ asked: number; unreached: number }> {
  const { rows } = await db.query<{ asked: number; unreached: number }>(
    `select count(*)::int as asked, count(*) filter (where not reached)::int as unreached
       from (select reached from feed_domains where result_at > $1 order by result_at desc limit $2) latest`,
    [since, limit],
  )
  return rows[0] ?? { asked: 0, unreached: 0 }
}
