"""The archive: every response as it came, in WARC files beside the store."""
