-- The plain question and the statement that Tocsin asks instead (TicketSearch), for frequent, rare
-- and unlucky words, on what fill.sql made:
--   psql "$URL" -f server-config/benchmark/search/search.sql | grep -E 'EXECUTE|Execution'
SET search_path = ticketing;
-- a statement that a driver keeps prepared soon has one plan for every word
SET plan_cache_mode = force_generic_plan;

PREPARE plain (tsquery) AS
SELECT t.* FROM ticket t
WHERE t.id IN (SELECT w.ticket_id FROM ticket_words w WHERE w.words @@ $1)
ORDER BY t.updated_at DESC, t.id DESC LIMIT 51;

PREPARE tocsin (tsquery) AS
WITH along AS MATERIALIZED (
  SELECT t.* FROM ticket t ORDER BY t.updated_at DESC, t.id DESC LIMIT 2000),
page AS MATERIALIZED (
  SELECT t.* FROM along t CROSS JOIN LATERAL (
    SELECT 1 FROM ticket_words w WHERE w.ticket_id = t.id AND w.words @@ $1 OFFSET 0) has LIMIT 51),
hit AS MATERIALIZED (
  SELECT w.ticket_id FROM ticket_words w WHERE w.words @@ $1 LIMIT 50001),
way AS MATERIALIZED (
  SELECT CASE WHEN (SELECT count(*) FROM page) = 51 OR (SELECT count(*) FROM along) < 2000 THEN 1
              WHEN (SELECT count(*) FROM hit) <= 50000 THEN 2 ELSE 3 END AS taken)
(SELECT t.* FROM page t WHERE (SELECT taken FROM way) = 1
 ORDER BY t.updated_at DESC, t.id DESC LIMIT 51)
UNION ALL
(SELECT t.* FROM hit CROSS JOIN LATERAL (SELECT t.* FROM ticket t WHERE t.id = hit.ticket_id OFFSET 0) t
 WHERE (SELECT taken FROM way) = 2 ORDER BY t.updated_at DESC, t.id DESC LIMIT 51)
UNION ALL
(SELECT t.* FROM ticket t WHERE (SELECT taken FROM way) = 3
   AND t.id IN (SELECT w.ticket_id FROM ticket_words w WHERE w.words @@ $1 OFFSET 0)
 ORDER BY t.updated_at DESC, t.id DESC LIMIT 51);

\set ECHO queries
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE plain ('needle');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE tocsin ('needle');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE plain ('word20000 & word1');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE tocsin ('word20000 & word1');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE plain ('word300');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE tocsin ('word300');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE plain ('printer');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE tocsin ('printer');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE plain ('ancient');
EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) EXECUTE tocsin ('ancient');
