-- Up Migration
create table feeds (
  id uuid primary key,
  url text not null unique,
  title text,
  outlet text not null,
  status text not null default 'active' check (status in ('active', 'paused')),
  interval_seconds int not null default 900 check (interval_seconds >= 5),
  etag text,
  last_modified text,
  next_poll_at timestamptz not null default now(),
  last_polled_at timestamptz,
  last_outcome text,
  last_error text,
  consecutive_failures int not null default 0,
  created_at timestamptz not null default now()
);
create index feeds_due on feeds (next_poll_at) where status = 'active';

create table entries (                                   -- what a feed was seen to carry
  feed_id uuid not null references feeds (id),
  entry_id text not null,
  article_id uuid not null,
  content_hash text not null,
  first_seen_at timestamptz not null default now(),
  primary key (feed_id, entry_id)
);

create table snapshots (                                 -- article texts, apart from the log so that a takedown can remove them
  hash text primary key,                                 -- sha256 of the text, hex
  text text not null,
  stored_at timestamptz not null default now()
);

create table articles (                                  -- projection
  id uuid primary key,
  feed_id uuid not null,
  outlet text not null,
  url text,
  title text,
  published_at timestamptz not null,
  published_basis text not null check (published_basis in ('stated', 'first-seen')),
  snapshot_hash text not null,
  captured_at timestamptz not null,
  position bigint not null,
  extracted_hash text,
  extracted_at timestamptz,
  extractor text
);
create index articles_position on articles (position);
create index articles_unextracted on articles (position) where extracted_hash is distinct from snapshot_hash;
