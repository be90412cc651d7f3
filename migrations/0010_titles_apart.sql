-- Up Migration
-- Headlines are kept like texts: apart from the log, under their hash. Those that events of version 1 carry are
-- put there, so that what is read from any version finds them.
insert into snapshots (hash, text)
select encode(sha256(convert_to(title, 'UTF8')), 'hex'), title
  from (select distinct data ->> 'title' as title from events
         where type in ('ArticleCaptured', 'ArticleRevised') and schema_version = 1) old
 where title is not null
on conflict do nothing;
