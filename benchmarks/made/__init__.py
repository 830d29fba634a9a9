"""A store as it is after years of nights, made up: words, bodies, awards, stories, rows."""
