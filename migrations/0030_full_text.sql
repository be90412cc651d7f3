-- Up Migration
-- Where a feed carries only summaries, its operator may allow that the pages are asked for.
alter table feeds add column full_text boolean not null default false;

alter table articles
  add column text_basis text not null default 'feed' check (text_basis in ('feed', 'page')),
  add column page_failure text;                          -- why the page was wanted and its text not used

create table page_looks (                                -- pages that are to be asked for
  article_id uuid primary key,
  nth bigint generated always as identity,               -- in the order in which entries were seen
  feed_id uuid not null references feeds (id),
  url text not null,
  domain text not null,                                  -- whose turns it shares with feeds
  seen_at timestamptz not null,
  due_at timestamptz not null,
  feed_length int not null,                              -- characters of text that the feed carried
  entry json                                             -- what it carried, until it is captured
);
create index page_looks_due on page_looks (due_at);

create table page_outcomes (                             -- what looks came to, counted since ever
  outcome text not null,
  reason text not null,
  looks bigint not null,
  primary key (outcome, reason)
);
