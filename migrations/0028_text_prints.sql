-- Up Migration
create table text_prints (                               -- by which copies of a text are known: hashes, not its words
  nth bigint generated always as identity unique,        -- in the order of capture
  article_id uuid primary key,
  report_id text not null,
  published_at timestamptz not null,
  captured_at timestamptz not null,                      -- a month later they are let go
  print bytea not null,
  band_keys int[] not null
);
-- Without a list of pending rows, which every look-up would have to read through.
create index text_prints_band_keys on text_prints using gin (band_keys) with (fastupdate = off);
create index text_prints_captured on text_prints (captured_at);
