"""What the analysts' pages ask of the store: plain functions from a database to frozen rows."""
