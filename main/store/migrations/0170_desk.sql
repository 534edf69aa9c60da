-- When a texter put the contact off to the end of the desk (epoch ms), which is the order in which such contacts come up;
-- null for all others. It is a person's own order of work and changes nothing about the contact, so it is not journalled.
ALTER TABLE assignment ADD COLUMN put_off_at INTEGER;

-- From a batch to its contacts, on the desk or no more: how far it is. Texting a contact does not touch it.
CREATE INDEX assignment_batch ON assignment (batch_id) WHERE batch_id IS NOT NULL;
