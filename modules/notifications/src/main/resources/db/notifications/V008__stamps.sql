-- Every fact that is told is held against these.
SELECT platform.stamp_changes('notifications', 'subscription');
