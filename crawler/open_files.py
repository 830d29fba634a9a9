"""Room for the files that outlets side by side hold open: store, log, archive, connection."""

import resource

from crawler.runs import RunError

_OF_AN_OUTLET, _OF_THE_PROCESS = 5, 80
"""Four were counted in crawls of 20 to 800 outlets, and 13 that do not grow."""
_SPARE = 2
"""Times as many are asked for."""


def make_room(outlets: int) -> None:
    """Let this process open as many files as a crawl of so many outlets needs.

    Raises RunError when the system sets a lower limit.
    """
    needed = _OF_AN_OUTLET * outlets + _OF_THE_PROCESS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if not _reaches(hard, needed):
        raise RunError(
            f"a crawl of {outlets} outlets needs {needed} open files, and the system lets it have"
            f" {hard}; raise the hard limit (`ulimit -Hn`, LimitNOFILE= of the service), or name"
            " fewer outlets"
        )
    wanted = needed * _SPARE if _reaches(hard, needed * _SPARE) else hard
    if not _reaches(soft, wanted):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _reaches(limit: int, count: int) -> bool:
    return limit == resource.RLIM_INFINITY or limit >= count
