-- Up Migration
-- Of the estimate before a delta only what was other than after it is kept; of a list, what is gone and what has come.
update deltas set before = (
  select coalesce(jsonb_object_agg(b.key, case when jsonb_typeof(b.value) <> 'array' then b.value
           else jsonb_strip_nulls(jsonb_build_object(
             'gone', (select jsonb_agg(g.word) from jsonb_array_elements(b.value) g(word)
                       where not (after->b.key) @> jsonb_build_array(g.word)),
             'come', (select jsonb_agg(c.word) from jsonb_array_elements(after->b.key) c(word)
                       where not b.value @> jsonb_build_array(c.word)))) end), '{}')
    from jsonb_each(before) b where after->b.key is distinct from b.value)
 where before is not null and after is not null;
