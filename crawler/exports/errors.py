"""What makes an export impossible, as one line with the mend.

ExportError
    Nothing was written, or nothing was put in place.
"""

from crawler.told_errors import ToldError


class ExportError(ToldError):
    """The export cannot be made; the message names the thing and the mend."""
