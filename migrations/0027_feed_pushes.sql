-- Up Migration
create table feed_pushes (                               -- WebSub: hubs that tell of a feed's news
  feed_id uuid primary key references feeds (id),
  hub text not null,
  topic text not null,                                   -- the feed's address as it states it
  token text not null unique,                            -- the end of the callback's address
  secret text not null,                                  -- signs what the hub sends
  ask_again_at timestamptz not null,
  confirmed_at timestamptz,
  lease_until timestamptz,
  pushed_at timestamptz,
  silent_until timestamptz,                              -- a poll found news that the hub had not told of
  last_error text
);
create index feed_pushes_due on feed_pushes (ask_again_at);
