"""Somebody who signs in and sends forms."""

import hashlib
import re

import httpx
from datasette_auth_passwords.utils import hash_password

from tests.explore.serving import Reader

PASSWORD = "rahasia sekali"
TOKEN = "Ikm8Gan-qQk_E9pc4d6QGVrFFf9jUv0ARTNsfrOxrJg"
ACCOUNTS = (
    "[serve.accounts]\n"
    f'ani = "{hash_password(PASSWORD, "garam", 1000)}"\n'
    f'budi = "{hash_password(PASSWORD, "gula", 1000)}"\n'
    "[serve.tokens]\n"
    f'skrip = "{hashlib.sha256(TOKEN.encode()).hexdigest()}"\n'
)


def send(reader: Reader, path: str, **fields: str) -> httpx.Response:
    """Fill in the form that stands at `path` and send it there."""
    page = reader.get(path).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return reader.client.post(path.split("?", maxsplit=1)[0], data={**hidden, **fields})


def sign_in(reader: Reader, name: str = "ani", password: str = PASSWORD) -> httpx.Response:
    """What the form answers."""
    return send(reader, "/-/login", username=name, password=password)
