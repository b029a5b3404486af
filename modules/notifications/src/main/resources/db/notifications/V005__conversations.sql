-- The messages that a message is one of: itself and those it refers to. Who shares one belongs together.
CREATE TABLE notifications.inbound_reference (
    mail_id    uuid NOT NULL REFERENCES notifications.inbound_mail ON DELETE CASCADE,
    message_id text NOT NULL,
    PRIMARY KEY (mail_id, message_id)
);
CREATE INDEX inbound_reference_message ON notifications.inbound_reference (message_id);
