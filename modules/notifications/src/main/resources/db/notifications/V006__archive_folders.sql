-- Where messages go once they are read; null leaves them where they are.
ALTER TABLE notifications.mailbox ADD COLUMN archive_folder text;

-- Whether a message is still to be moved there: noted when it is stored, so that a reader that dies
-- in between is made up for by the next.
ALTER TABLE notifications.inbound_mail ADD COLUMN to_archive boolean NOT NULL DEFAULT false;
CREATE INDEX inbound_mail_to_archive ON notifications.inbound_mail (mailbox_id, uid)
    WHERE to_archive;
