"""What readers need of a response's headers, whoever fetched it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from w3lib.encoding import http_content_type_encoding

if TYPE_CHECKING:
    from scrapy.http import Response


def plain_headers(response: "Response") -> dict[str, str]:
    """The first value of each header, its name in lower case."""
    return {
        name.decode("latin-1").lower(): value.decode("latin-1")
        for name, (value, *_) in response.headers.items()
    }


def charset_of(headers: Mapping[str, str]) -> str | None:
    """The charset that a Content-Type declares; names of headers are in lower case."""
    content_type = headers.get("content-type")
    return http_content_type_encoding(content_type) if content_type else None
