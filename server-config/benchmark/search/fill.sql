-- A million tickets of twenty words each, for search.sql. Run it with psql on the empty database of
-- a Tocsin that was started once:
--   psql "$URL" -f server-config/benchmark/search/fill.sql
-- A word's rank decides how frequent it is (about 1 in its rank); every ticket has "printer", four
-- have "needle", and "ancient" stands in the 20,000 tickets that nobody touched for the longest time.
SET search_path = ticketing;

INSERT INTO ticket (id, number, customer_id, subject, body, priority, status, tags, watchers,
                    custom_fields,
                    sla_state, public_comments, internal_comments, created_at, updated_at, version)
SELECT gen_random_uuid(), n, ('00000000-0000-0000-0000-' || lpad((n % 500)::text, 12, '0'))::uuid,
       'Ticket ' || n, '', 'P' || n % 4, CASE WHEN n % 10 < 7 THEN 'resolved' ELSE 'open' END, '[]', '[]',
       '{}', CASE WHEN n % 100 = 0 THEN 'breached' ELSE 'ok' END, 0, 0, now() - n * interval '1 min',
       now() - n * interval '1 min', 1
FROM generate_series(1, 1000000) n;

INSERT INTO ticket_words (ticket_id, words, size)
SELECT t.id,
       setweight(to_tsvector('english', 'printer ' ||
           string_agg('word' || floor(power(50000.0, random()))::int, ' ')), 'B')
         || CASE WHEN t.number % 250000 = 0 THEN to_tsvector('english', 'needle') ELSE '' END
         || CASE WHEN t.number > 980000 THEN to_tsvector('english', 'ancient') ELSE '' END,
       100
FROM ticket t, generate_series(1, 20)
GROUP BY t.id, t.number;

ANALYZE ticket, ticket_words;
