-- A person asks to be told what is held of them, or to be forgotten.
CREATE INDEX ticket_by_requester ON ticket (lower(requester_email))
  WHERE requester_email IS NOT NULL;
