"""What is told to whoever asks: awards as an Atom feed, expected announcements as a calendar.

PublishError
    A file of `[feeds]` cannot be written; one line with the key and the mend.
"""

from crawler.told_errors import ToldError


class PublishError(ToldError):
    """A file of `[feeds]` cannot be written."""
