-- Up Migration
-- The planner holds an index of arrays for dearer than reading all prints; rows of single keys it always looks up.
create table text_print_keys (
  key int not null,
  article_id uuid not null,
  primary key (key, article_id)
);
insert into text_print_keys (key, article_id) select distinct unnest(band_keys), article_id from text_prints order by 1, 2;
drop index text_prints_band_keys;
