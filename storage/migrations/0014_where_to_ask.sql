-- The slash at the end of an address that the outlet prints outlives the run that saw it.

ALTER TABLE addresses ADD COLUMN asked_at TEXT CHECK (asked_at <> '');
