import type { Db, Transaction } from '@muster/postgres'
import type { NewLook, NewPresenceLook, PageLook } from './look.ts'

const COLUMNS = `article_id as "articleId", feed_id as "feedId", url, domain, seen_at as "seenAt", due_at as "dueAt",
  feed_length as "feedLength", entry, looks, wants, captured_at as "capturedAt",
  missing_at as "missingAt"`

type Row = Omit<PageLook, 'entry'> & {
  entry: (Omit<NonNullable<PageLook['entry']>, 'publishedAt'> & { publishedAt: string | null }) | null
}

function toLook({ entry, ...row }: Row): PageLook {
  if (!entry) return { ...row, entry }
  return { ...row, entry: { ...entry, publishedAt: entry.publishedAt ? new Date(entry.publishedAt) : null } }
}

/**
 * Keeps an entry until its page was asked for; false where it is kept already, with its newest words from now on. What
 * another feed keeps stays.
 */
export async function insertLook(tx: Transaction, look: NewLook): Promise<boolean> {
  const { rows } = await tx.query<{ isNew: boolean }>(
    `insert into page_looks as l (article_id, feed_id, url, domain, seen_at, due_at, feed_length, entry)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (article_id) do update set entry = excluded.entry, feed_length = excluded.feed_length
      where l.feed_id = excluded.feed_id and l.entry is not null
     returning xmax = 0 as "isNew"`,
    [
      ...[look.articleId, look.feedId, look.url, look.domain, look.seenAt, look.dueAt, look.feedLength],
      JSON.stringify(look.entry),
    ],
  )
  return rows[0]?.isNew ?? false
}

/** Plans a first look at whether a page is still there; not where the article has one already. */
export async function insertPresenceLook(tx: Transaction, look: NewPresenceLook): Promise<void> {
  await tx.query(
    `insert into page_looks (article_id, feed_id, url, domain, seen_at, due_at, feed_length, captured_at, wants)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'presence') on conflict (article_id) do nothing`,
    [
      ...[look.articleId, look.feedId, look.url, look.domain, look.seenAt, look.dueAt, look.feedLength],
      look.capturedAt,
    ],
  )
}

/** The page of an article that is to be asked for, or null. */
export async function findLook(db: Db, articleId: string): Promise<PageLook | null> {
  const { rows } = await db.query<Row>(`select ${COLUMNS} from page_looks where article_id = $1`, [articleId])
  return rows[0] ? toLook(rows[0]) : null
}

/** Locks a look for one that has done it, as it is now; null where another has. One that was put off meanwhile is taken. */
export async function takeLook(
  tx: Transaction,
  { articleId, looks }: Pick<PageLook, 'articleId' | 'looks'>,
): Promise<PageLook | null> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from page_looks where article_id = $1 and looks = $2 for update`,
    [articleId, looks],
  )
  return rows[0] ? toLook(rows[0]) : null
}

/**
 * Looks whose time has come; of each domain one, and none while the domain may not be asked, entries that wait first.
 * An entry that was seen before `overdue` waits for nobody.
 */
export async function findDueLooks(
  db: Db,
  { now, overdue, limit }: { now: Date; overdue: Date; limit: number },
): Promise<{ articleId: string; dueAt: Date }[]> {
  const { rows } = await db.query<{ articleId: string; dueAt: Date }>(
    `(select "articleId", "dueAt"
        from (select distinct on (l.domain) l.article_id as "articleId", l.due_at as "dueAt", l.entry is null as "isLater"
                from page_looks l join feeds f on f.id = l.feed_id left join feed_domains d on d.domain = l.domain
               where l.due_at <= $1 and coalesce(d.free_at <= $1, true)
                 and (l.entry is not null or f.status <> 'paused')
               order by l.domain, "isLater", l.due_at, l.nth) due
       order by "isLater", "dueAt" limit $3)
     union
     (select article_id, due_at from page_looks
       where due_at <= $1 and entry is not null and seen_at <= $2 order by nth limit $3)`,
    [now, overdue, limit],
  )
  return rows
}

/** Puts a look off, to wait for the turns of a domain. */
export async function deferLook(
  db: Db,
  { articleId, dueAt }: PageLook,
  { domain, until }: { domain: string; until: Date },
): Promise<void> {
  await db.query(`update page_looks set due_at = $3, domain = $4 where article_id = $1 and due_at = $2`, [
    articleId,
    dueAt,
    until,
    domain,
  ])
}

/** Plans the next look at a captured article. */
export async function planLook(
  tx: Transaction,
  {
    articleId,
    wants,
    dueAt,
    capturedAt,
    missingAt,
  }: Pick<PageLook, 'articleId' | 'wants' | 'dueAt' | 'capturedAt' | 'missingAt'>,
): Promise<void> {
  await tx.query(
    `update page_looks set due_at = $2, captured_at = $3, missing_at = $4, wants = $5, entry = null,
            looks = looks + 1
      where article_id = $1`,
    [articleId, dueAt, capturedAt, missingAt, wants],
  )
}

/** Ends the looks at an article. */
export async function deleteLook(tx: Transaction, articleId: string): Promise<void> {
  await tx.query(`delete from page_looks where article_id = $1`, [articleId])
}

/** Counts what a look came to, and why; `none` where there is nothing to say. */
export async function countOutcome(tx: Transaction, outcome: string, reason = 'none'): Promise<void> {
  await tx.query(
    `insert into page_outcomes as o (outcome, reason, looks) values ($1, $2, 1)
     on conflict (outcome, reason) do update set looks = o.looks + 1`,
    [outcome, reason],
  )
}

/** What looks came to since ever. */
export async function findPageOutcomes(
  db: Db,
): Promise<{ outcome: string; reason: string; looks: number }[]> {
  const { rows } = await db.query<{ outcome: string; reason: string; looks: number }>(
    `select outcome, reason, looks from page_outcomes order by outcome, reason`,
  )
  return rows
}
