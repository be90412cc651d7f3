-- Up Migration
create table removed_texts (                             -- hashes of texts that were taken down, so that they stay away
  hash text primary key,
  removed_at timestamptz not null
);
