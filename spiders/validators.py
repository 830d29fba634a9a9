"""Asks again only for what has changed: a server's hints, backed by the hash of what it sent."""

from hashlib import sha256

from spiders.reading import Answer
from storage.records import Validators


def conditions(known: Validators | None) -> dict[str, str]:
    """Headers by which the server need not send again what has not changed."""
    headers = {}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def is_unchanged(known: Validators | None, answer: Answer) -> bool:
    """Whether the page is what it was when the server said `known` of it."""
    if answer.status == 304:
        return True
    digest = sha256(answer.body).hexdigest()
    return answer.status == 200 and known is not None and known.content_sha256 == digest


def validators_of(url: str, answer: Answer) -> Validators:
    """What the server says of the page at `url`, and the hash of what it sent."""
    return Validators(
        url=url,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        content_sha256=sha256(answer.body).hexdigest(),
    )


def have_lied(known: Validators | None, said: Validators) -> bool:
    """Whether the server gives a changed page the hints by which it was known before."""
    if known is None or known.content_sha256 in (None, said.content_sha256):
        return False
    if known.etag is not None or said.etag is not None:
        return known.etag == said.etag
    return known.last_modified is not None and known.last_modified == said.last_modified
