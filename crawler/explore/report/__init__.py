"""`piagam report`: one edition of one scheme as a page that is read, printed and mailed by itself.

One way through it: `gathering` asks the store (a frozen `Known`), `figures` and `notes` reckon,
`sheets` and `pictures` show, `document` puts them into one HTML text; `printing` lets a browser
make the PDF. It needs neither Datasette nor the network.
"""

from crawler.told_errors import ToldError


class ReportError(ToldError):
    """The report cannot be made; the message is one line with the mend."""
