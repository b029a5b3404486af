-- Reports ask when a promise was kept or broken, and which were broken.
CREATE INDEX clock_by_decision ON clock ((coalesce(breached_at, ended_at)))
  WHERE state IN ('met', 'breached');
CREATE INDEX clock_by_breach ON clock (breached_at, id) WHERE breached_at IS NOT NULL;
