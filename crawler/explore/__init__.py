"""The analysts' window: pages over the store, served by Datasette on loopback.

One way through it: request -> `visits` (a checked `Visit`) -> `routes` -> `pages` (a `Page` of
values and `Table`s, from `storage.reading`) -> template, CSV or JSON. `safety` stands in front and
below: the host and the headers of every answer, and what SQL may do.
"""

from crawler.told_errors import ToldError


class ServeError(ToldError):
    """The window cannot be opened; the message is one line with the mend."""
