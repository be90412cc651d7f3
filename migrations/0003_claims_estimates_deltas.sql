-- Up Migration
create table claims (                                    -- projection: live and withdrawn claims
  id uuid primary key,
  article_id uuid not null,
  snapshot_hash text not null,
  span_start int not null,
  span_end int not null,
  low double precision,
  high double precision,
  qualifier text not null,
  unit text not null,
  item text not null,
  predicate text not null,
  actor text,
  places text[] not null,
  place_ids text[] not null,
  status text not null,
  extent text not null,
  source text,
  origin text,
  effective_date date,
  confidence double precision not null,
  topic text,
  outlet text not null,
  published_at timestamptz not null,
  recorded_at timestamptz not null,
  position bigint not null,
  withdrawn_at timestamptz
);
create index claims_article on claims (article_id);
create index claims_topic on claims (topic, published_at) where withdrawn_at is null;
create index claims_position on claims (position);

create table estimates (                                 -- projection: one row a series and basis
  topic text not null,
  place text not null,                                   -- a place id, or * for overall
  basis text not null check (basis in ('estimate', 'outlook')),
  low double precision not null,
  best double precision not null,
  high double precision not null,
  low_open boolean not null,
  high_open boolean not null,
  contested boolean not null,
  origins text[] not null,
  outlets text[] not null,
  articles int not null,
  newest_published_at timestamptz not null,
  claim_ids uuid[] not null,
  position bigint not null,
  primary key (topic, place, basis)
);

create table deltas (                                    -- projection: every change of an estimate
  position bigint not null,                              -- of the event that caused it
  ordinal int not null,
  topic text not null,
  place text not null,
  basis text not null,
  kind text not null,
  claim_status text not null,
  before jsonb,
  after jsonb,
  claim_id uuid not null,
  article_id uuid not null,
  cause text not null check (cause in ('claim-recorded', 'claim-withdrawn')),
  published_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (position, ordinal)
);
create index deltas_series on deltas (topic, place, position);
