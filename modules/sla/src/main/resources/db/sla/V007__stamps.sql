-- Every new ticket, and nearly every change of one, is held against these.
SELECT platform.stamp_changes('sla', 'policy');
SELECT platform.stamp_changes('sla', 'calendar');
