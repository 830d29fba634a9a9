"""The pages: each a function from a database and a visit to a `Page`."""
