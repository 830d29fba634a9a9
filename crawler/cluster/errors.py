"""What keeps a cluster from being used, as one line with the mend.

ClusterError
    The cluster cannot be used, or this machine may not be part of it.
"""


class ClusterError(Exception):
    """The cluster cannot be used; the message names the thing and the mend."""
