"""What all failures have in common that are told as they are, in one line, without a traceback.

Those of the store stand apart: `storage.store_errors`.
"""


class ToldError(Exception):
    """The message is written for the person at the keyboard: what, where, and how to mend it."""
