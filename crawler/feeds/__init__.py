"""What is told to whoever asks: awards as an Atom feed, expected announcements as a calendar.

PublishError
    A file of `[feeds]` cannot be written; one line with the key and the mend.
"""


class PublishError(Exception):
    """A file of `[feeds]` cannot be written."""
