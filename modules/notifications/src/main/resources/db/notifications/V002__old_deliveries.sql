-- What is over is found by its age, to be deleted.
CREATE INDEX delivery_over ON notifications.delivery (queued_at)
    WHERE state IN ('sent', 'superseded');
