"""What keeps a cluster from being used, as one line with the mend.

ClusterError
    The cluster cannot be used, or this machine may not be part of it.
"""

from crawler.told_errors import ToldError


class ClusterError(ToldError):
    """The cluster cannot be used; the message names the thing and the mend."""
