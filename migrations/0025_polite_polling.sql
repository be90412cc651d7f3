-- Up Migration
-- How a feed is polled is learnt from it. What only the rules of polling read is one document, poll_state.
alter table feeds drop constraint feeds_status_check;
alter table feeds add constraint feeds_status_check check (status in ('active', 'paused', 'parked'));
alter table feeds
  add column domain text,                                -- whose turns it shares: the registrable domain, or host and port
  add column status_since timestamptz not null default now(),
  add column parked_because text check (parked_because in ('gone', 'failing')),
  add column trouble text check (trouble in ('failing', 'quiet', 'gone')),
  add column poll_state jsonb not null default '{}';
update feeds set domain = lower(substring(url from '^[a-z]+://([^/?#]+)'));
alter table feeds alter column domain set not null;
alter table feeds add constraint feeds_parked check ((status = 'parked') = (parked_because is not null));

drop index feeds_due;
create index feeds_due on feeds (next_poll_at) where status <> 'paused';
create index feeds_troubled on feeds (trouble) where trouble is not null;

create table feed_aliases (                              -- addresses that feeds had before they moved
  url text primary key,
  feed_id uuid not null references feeds (id),
  moved_at timestamptz not null
);

create table feed_domains (                              -- one request at a time, over all workers
  domain text primary key,
  free_at timestamptz not null,                          -- when the next request may be sent
  held_until timestamptz,                                -- by 429 or 503
  throttled int not null default 0,                      -- answers of that kind in a row
  result_at timestamptz,
  reached boolean
);
create index feed_domains_results on feed_domains (result_at) where result_at is not null;
