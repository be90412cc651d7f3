-- Up Migration
create table subscriptions (
  id uuid primary key,
  name text not null,
  endpoint text not null,
  secret text not null,                                  -- signs deliveries; never in the log
  topic text not null,                                   -- actor.item.predicate, * for any part
  place text not null,                                   -- a place id, * for overall, any for every series
  statuses text[] not null,
  kinds text[] not null,
  smallest_change double precision not null,
  state text not null default 'active' check (state in ('active', 'paused', 'deleted')),
  owner uuid not null,
  position bigint not null,                              -- head of the log when made or resumed: earlier deltas raise no alert
  created_at timestamptz not null default now()
);

create table alerts (                                    -- never rebuilt: one delta for one subscription
  id uuid primary key,
  subscription_id uuid not null references subscriptions (id),
  position bigint not null,
  ordinal int not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  unique (subscription_id, position, ordinal)
);

create table deliveries (
  id uuid primary key,
  alert_id uuid not null unique references alerts (id),
  endpoint text not null,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
  attempts int not null default 0,
  next_attempt_at timestamptz,                           -- the visible schedule; null once settled
  last_error text,
  created_at timestamptz not null default now(),
  settled_at timestamptz
);
create index deliveries_due on deliveries (next_attempt_at) where status = 'pending';

create table attempts (                                  -- one request each
  delivery_id uuid not null references deliveries (id),
  number int not null,
  started_at timestamptz not null,
  duration_ms int not null,
  http_status int,
  error text,
  primary key (delivery_id, number)
);

create table api_keys (
  id uuid primary key,
  name text not null,
  prefix text not null,                                  -- shown in lists, so that a person can tell keys apart
  key_hash bytea not null unique,                        -- sha256; a key is 32 random bytes, so a slow hash adds nothing
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
