import type { Db, Transaction } from '@muster/postgres'
import type { Article } from './article.ts'
import type { ArticleCaptured, ArticleRevised } from './events.ts'

const COLUMNS = `id, feed_id as "feedId", outlet, url, title, published_at as "publishedAt",
  published_basis as "publishedBasis", snapshot_hash as "snapshotHash", captured_at as "capturedAt", position,
  extracted_hash as "extractedHash", extracted_at as "extractedAt", extractor,
  text_basis as "textBasis", page_failure as "pageFailure", gone_at as "goneAt"`

/** An outlet may begin all its articles with the same words: a key of that tells little, and is not read on. */
const MOST_OF_A_KEY = 100
const MOST_CANDIDATES = 200
/** More than one for each that comes, so that they become fewer after a busy month; few, so that no capture waits. */
const FORGOTTEN_FOR_ONE = 10

/** Of these entries of a feed, those already seen, with the hash of the text they had. */
export async function findKnownEntries(
  db: Db,
  feedId: string,
  entryIds: string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ entryId: string; contentHash: string }>(
    `select entry_id as "entryId", content_hash as "contentHash" from entries where feed_id = $1 and entry_id = any($2)`,
    [feedId, entryIds],
  )
  return new Map(rows.map(({ entryId, contentHash }) => [entryId, contentHash]))
}

/** Remembers that a feed carried an entry, and with what text. */
export async function saveEntry(
  tx: Transaction,
  feedId: string,
  entryId: string,
  articleId: string,
  hash: string,
): Promise<void> {
  await tx.query(
    `insert into entries (feed_id, entry_id, article_id, content_hash) values ($1, $2, $3, $4)
     on conflict (feed_id, entry_id) do update set content_hash = excluded.content_hash`,
    [feedId, entryId, articleId, hash],
  )
}

/** Remembers that a feed carried entries for the first time, and with what texts. */
export async function saveEntries(
  tx: Transaction,
  feedId: string,
  entries: { id: string; articleId: string; snapshotHash: string }[],
): Promise<void> {
  await tx.query(
    `insert into entries (feed_id, entry_id, article_id, content_hash)
     select $1, * from unnest($2::text[], $3::uuid[], $4::text[])
     on conflict (feed_id, entry_id) do update set content_hash = excluded.content_hash`,
    [
      feedId,
      entries.map(({ id }) => id),
      entries.map(({ articleId }) => articleId),
      entries.map(({ snapshotHash }) => snapshotHash),
    ],
  )
}

/** Stores texts under their hashes, each once; those that were taken down stay away. */
export async function saveSnapshots(tx: Transaction, texts: Map<string, string>): Promise<void> {
  await tx.query(
    `insert into snapshots (hash, text) select hash, text from unnest($1::text[], $2::text[]) as t(hash, text)
      where not exists (select from removed_texts r where r.hash = t.hash) order by hash on conflict do nothing`,
    [[...texts.keys()], [...texts.values()]],
  )
}

/** Stored texts by their hashes; those taken down are absent. */
export async function findSnapshots(db: Db, hashes: string[]): Promise<{ hash: string; text: string }[]> {
  const { rows } = await db.query<{ hash: string; text: string }>(
    `select hash, text from snapshots where hash = any($1)`,
    [hashes],
  )
  return rows
}

/** Of these hashes those whose texts were taken down, and when. */
export async function findRemovedTexts(db: Db, hashes: string[]): Promise<Map<string, Date>> {
  const { rows } = await db.query<{ hash: string; removedAt: Date }>(
    `select hash, removed_at as "removedAt" from removed_texts where hash = any($1)`,
    [hashes],
  )
  return new Map(rows.map(({ hash, removedAt }) => [hash, removedAt]))
}

/** Deletes texts for good; answers with how many were there. */
export async function removeTexts(tx: Transaction, hashes: string[], now: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `with removed as (
       insert into removed_texts (hash, removed_at) select hash, $2 from unnest($1::text[]) as t(hash)
       on conflict do nothing)
     delete from snapshots where hash = any($1)`,
    [hashes, now],
  )
  return rowCount ?? 0
}

/** Projects that the texts of articles were taken down. */
export async function removeTitles(tx: Transaction, ids: string[]): Promise<void> {
  await tx.query(`update articles set title = null where id = any($1)`, [ids])
}

/** An article as its capture told of it, and who has read it since. */
export type CapturedArticle = ArticleCaptured & {
  capturedAt: Date
  position: number
  extraction: Extraction | null
}

/** Projects captured articles. */
export async function insertArticles(tx: Transaction, articles: CapturedArticle[]): Promise<void> {
  if (articles.length === 0) return
  await tx.query(
    `insert into articles (id, feed_id, outlet, url, title, published_at, published_basis, snapshot_hash, captured_at,
       position, text_basis, page_failure, extracted_hash, extractor, extracted_at)
     select a."articleId", a."feedId", a.outlet, a.url, title.text, a."publishedAt", a."publishedBasis", a."snapshotHash",
       a."capturedAt", a.position, a."textBasis", a."pageFailure", a."extractedHash", a.extractor, a."extractedAt"
       from json_to_recordset($1) as a("articleId" uuid, "feedId" uuid, outlet text, url text, "titleHash" text,
         "publishedAt" timestamptz, "publishedBasis" text, "snapshotHash" text, "capturedAt" timestamptz, position bigint,
         "textBasis" text, "pageFailure" text, "extractedHash" text, extractor text, "extractedAt" timestamptz)
       left join snapshots title on title.hash = a."titleHash"`,
    [JSON.stringify(articles.map(withExtraction))],
  )
}

const withExtraction = ({ extraction, ...article }: CapturedArticle) => ({
  ...article,
  extractedHash: extraction?.snapshotHash,
  extractor: extraction?.extractor,
  extractedAt: extraction?.recordedAt,
})

/** Projects the changed texts of articles, one change an article. */
export async function updateArticleTexts(tx: Transaction, revised: ArticleRevised[]): Promise<void> {
  if (revised.length === 0) return
  await tx.query(
    `update articles a set title = (select text from snapshots where hash = r."titleHash"), snapshot_hash = r."snapshotHash"
       from json_to_recordset($1) as r("articleId" uuid, "titleHash" text, "snapshotHash" text)
      where a.id = r."articleId"`,
    [JSON.stringify(revised)],
  )
}

/** Projects that the pages of articles are gone. */
export async function markGone(tx: Transaction, gone: { articleId: string; goneAt: Date }[]): Promise<void> {
  if (gone.length === 0) return
  await tx.query(
    `update articles a set gone_at = g."goneAt"
       from json_to_recordset($1) as g("articleId" uuid, "goneAt" timestamptz) where a.id = g."articleId"`,
    [JSON.stringify(gone)],
  )
}

/** That an extractor read a text of an article. */
export type Extraction = { articleId: string; snapshotHash: string; extractor: string; recordedAt: Date }

/** Projects that the texts of articles were read, one reading an article. */
export async function markExtracted(tx: Transaction, extracted: Extraction[]): Promise<void> {
  if (extracted.length === 0) return
  await tx.query(
    `update articles a set extracted_hash = e."snapshotHash", extractor = e.extractor, extracted_at = e."recordedAt"
       from json_to_recordset($1) as e("articleId" uuid, "snapshotHash" text, extractor text, "recordedAt" timestamptz)
      where a.id = e."articleId"`,
    [JSON.stringify(extracted)],
  )
}

/** One article, or null. */
export async function findArticle(db: Db, id: string): Promise<Article | null> {
  const { rows } = await db.query<Article>(`select ${COLUMNS} from articles where id = $1`, [id])
  return rows[0] ?? null
}

/** Articles in the order of their capture, the newest first, before a position. */
export async function findArticles(db: Db, before: number | null, limit: number): Promise<Article[]> {
  const { rows } = await db.query<Article>(
    `select ${COLUMNS} from articles where $1::bigint is null or position < $1 order by position desc limit $2`,
    [before, limit],
  )
  return rows
}

/** The articles published since an instant (null: all), in the order of their capture. */
export async function findArticleIds(db: Db, since: Date | null): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from articles where $1::timestamptz is null or published_at >= $1 order by position`,
    [since],
  )
  return rows.map(({ id }) => id)
}

/** An article whose present text no extractor has read. */
export type UnreadArticle = { id: string; hash: string; capturedAt: Date; position: number }

/** Articles after a position, captured before an instant, that have a text which no extractor has read. */
export async function findArticlesToExtract(
  db: Db,
  before: Date,
  after: number,
  limit: number,
): Promise<UnreadArticle[]> {
  const { rows } = await db.query<UnreadArticle>(
    `select id, snapshot_hash as hash, captured_at as "capturedAt", position from articles
      where extracted_hash is distinct from snapshot_hash and captured_at < $1 and position > $2
        and exists (select from snapshots where hash = snapshot_hash)
      order by position limit $3`,
    [before, after, limit],
  )
  return rows
}

/** A print that was kept, of which report its article is, and its place in the order of capture. */
export type KeptPrint = { nth: number; reportId: string; bytes: Buffer }

type Span = { from: Date; to: Date }

/** The place of the newest print in the order of capture; 0 when there is none. */
export async function findNewestPrint(tx: Transaction): Promise<number> {
  const { rows } = await tx.query<{ nth: number }>('select coalesce(max(nth), 0) as nth from text_prints')
  return rows[0]?.nth ?? 0
}

/**
 * Prints that share a key with these, of articles published in a span of time, in the order of their capture. Where
 * they are very many, those that share the rarest keys. The limit inside keeps the planner from reading all prints.
 */
export async function findPrints(tx: Transaction, keys: number[], published: Span): Promise<KeptPrint[]> {
  const { rows } = await tx.query<KeptPrint>(
    `with found as (
       select same.article_id, 1.0 / count(*) over (partition by wanted.key) as rarity
         from unnest($1::int[]) wanted(key)
        cross join lateral (
          select article_id from text_print_keys k where k.key = wanted.key limit $4) same),
     nearest as (
       select article_id from found group by article_id order by sum(rarity) desc limit $5)
     select kept.nth, kept.report_id as "reportId", kept.print as bytes
       from nearest
      cross join lateral (
        select * from text_prints p where p.article_id = nearest.article_id limit 1) kept
      where kept.published_at between $2 and $3
      order by kept.nth`,
    [keys, published.from, published.to, MOST_OF_A_KEY, MOST_CANDIDATES],
  )
  return rows
}

/** A print that was kept after another, with what tells whether it is to be looked at. */
export type LaterPrint = Omit<KeptPrint, 'nth'> & { keys: number[]; publishedAt: Date }

/**
 * The prints that were kept after another, in the order of their capture. Until the transaction ends nobody else keeps
 * any.
 */
export async function lockPrints(tx: Transaction, after: number): Promise<LaterPrint[]> {
  const { rows } = await tx.query<LaterPrint>(
    `select report_id as "reportId", print as bytes, band_keys as keys, published_at as "publishedAt"
       from lock_prints($1)`,
    [after],
  )
  return rows
}

/** A text's print as it is kept. */
export type StoredPrint = {
  articleId: string
  reportId: string
  publishedAt: Date
  bytes: Buffer
  keys: number[]
}

/** Keeps prints in this order. */
export async function insertPrints(tx: Transaction, prints: StoredPrint[], now: Date): Promise<void> {
  await tx.query(
    `insert into text_prints (article_id, report_id, published_at, captured_at, print, band_keys)
     select t.article, t.report, t.published, $6, t.print, t.keys::int[]
       from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bytea[], $5::text[]) with ordinality
              as t(article, report, published, print, keys, n)
      order by t.n
     on conflict (article_id) do nothing`,
    [
      prints.map(({ articleId }) => articleId),
      prints.map(({ reportId }) => reportId),
      prints.map(({ publishedAt }) => publishedAt),
      prints.map(({ bytes }) => bytes),
      prints.map(({ keys }) => `{${keys.join()}}`),
      now,
    ],
  )
}

/** Keeps the keys by which prints are found, each once; in their order, lest two processes wait for each other. */
export async function insertPrintKeys(
  tx: Transaction,
  prints: Pick<StoredPrint, 'articleId' | 'keys'>[],
): Promise<void> {
  await tx.query(
    `insert into text_print_keys (key, article_id)
     select key, article::uuid from unnest($1::int[], $2::text[]) as t(key, article) order by key, article
     on conflict do nothing`,
    [prints.flatMap(({ keys }) => keys), prints.flatMap(({ articleId, keys }) => keys.map(() => articleId))],
  )
}

/** Lets go of prints that are too old to be looked for, some for each that comes; those that another transaction lets go of it leaves. */
export async function forgetPrints(tx: Transaction, capturedBefore: Date, coming: number): Promise<void> {
  await tx.query(
    `with old as (
       delete from text_prints
        where nth in (
          select nth from text_prints where captured_at < $1 order by captured_at limit $2 for update skip locked)
       returning article_id, band_keys)
     delete from text_print_keys k using old, unnest(old.band_keys) t(key)
      where k.key = t.key and k.article_id = old.article_id`,
    [capturedBefore, FORGOTTEN_FOR_ONE * coming],
  )
}
