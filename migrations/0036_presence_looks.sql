-- Up Migration
-- Of an article whose text the feed gives, later looks ask only whether its page is still there.
alter table page_looks
  add column wants text not null default 'text' check (wants in ('text', 'presence'));
