-- Every new ticket is held against these.
SELECT platform.stamp_changes('ticketing', 'routing_rule');
SELECT platform.stamp_changes('ticketing', 'custom_field');
