"""Plain pictures in place of press photos."""

import re
from zlib import crc32

from crawler.newsroom.site import Answer, Visit


def picture(name: str) -> Answer:
    """A picture whose colour is always the same for `name`."""
    hue = crc32(name.encode()) % 360
    body = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 750 422" width="750" height="422">'
        f'<rect width="750" height="422" fill="hsl({hue} 30% 70%)"/>'
        f'<circle cx="375" cy="190" r="80" fill="hsl({hue} 30% 55%)"/></svg>'
    )
    return Answer(body=body.encode(), content_type="image/svg+xml")


def photo(visit: Visit, match: re.Match[str]) -> Answer:
    """The picture at the address of the visit."""
    return picture(visit.path)
