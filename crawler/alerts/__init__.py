"""From an award in the outbox to a mail in somebody's inbox, once."""
