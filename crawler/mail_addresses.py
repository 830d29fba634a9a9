"""Which text is an address that mail can carry. Pure."""

import re
from email.errors import MessageError
from email.policy import SMTP

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@(?:[\w-]+(?:\.[\w-]+)*|\[[\w.:]+\])", re.ASCII)


def bare_address(text: str) -> str:
    """`Ani <ani@example.org>` -> `ani@example.org`; ValueError when mail cannot carry it."""
    try:
        header = SMTP.header_factory("To", text)
    except (IndexError, MessageError):  # Python's parser trips over `ani@`
        raise ValueError(f"{text!r} is no e-mail address") from None
    if header.defects or len(header.addresses) != 1:
        raise ValueError(f"{text!r} is not one e-mail address")
    (address,) = header.addresses
    if not _ADDRESS.fullmatch(address.addr_spec):
        raise ValueError(f"{text!r} is no address that mail can carry")
    return str(address.addr_spec)
