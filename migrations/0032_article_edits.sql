-- Up Migration
-- The pages of articles whose text came from there are looked at again.
alter table articles add column gone_at timestamptz;     -- when its page was missing at a second look

alter table page_looks
  add column looks int not null default 0,               -- how many were done
  add column captured_at timestamptz,                    -- null while the entry waits
  add column missing_at timestamptz;                     -- when the page was missing at a first look
alter table page_looks add constraint page_looks_captured check ((entry is null) = (captured_at is not null));
