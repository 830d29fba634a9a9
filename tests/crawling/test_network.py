"""What the network can do to a crawl that plays no newsroom: names, ports, certificates."""

import json
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from storage.database import open_store
from tests.crawling.conftest import CRAWL_ONCE, PATIENCE, ROOT
from tests.crawling.tiny import describe, host_of

SCRIPT = CRAWL_ONCE.with_name("crawl_resolved.py")


def certificate(folder: Path, host: str) -> Path:
    """A certificate that nobody vouches for, with its key, as one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


class Quiet(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


class Page(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(pem: Path | None) -> Iterator[tuple[int, list[str]]]:
    """A server on loopback, its port, and the paths it was asked for."""
    asked: list[str] = []
    handler = type("Handler", (Page,), {"asked": asked})
    server = Quiet(("127.0.0.1", 0), handler)
    if pem is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_address[1], asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def night(folder: Path, port: int, address: str = "127.0.0.1") -> tuple[int, str, str]:
    """A crawl of one outlet there; its exit code, and its status and reason on the certificate."""
    file = describe(folder / "outlets", "kecil")
    file.write_text(
        file.read_text().replace(
            f"https://{host_of('kecil')}/", f"https://{host_of('kecil')}:{port}/"
        )
    )
    config = folder / "piagam.toml"
    outlets = json.dumps(str(folder / "outlets"))
    config.write_text(
        f'contact = "redaksi@example.id"\n[crawl]\ndelay = 0\noutlets_folder = {outlets}\n'
        'timeout = 5\noutlets = ["kecil"]\n'
    )
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(config), address, "kecil"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stderr
    with open_store(folder / "piagam.sqlite") as db:
        row = db.execute("SELECT status, reason FROM outlet_runs").fetchone()
        assert db.execute("SELECT count(*) FROM addresses").fetchone() == (0,)
    return done.returncode, row[0], row[1]


def test_a_name_that_nobody_knows_is_told(tmp_path: Path) -> None:
    code, status, reason = night(tmp_path, 443, address="nowhere")

    assert (code, status) == (1, "failed")
    assert "robots.txt cannot be read (host name not found); nothing was fetched" in reason


def test_a_server_whose_certificate_nobody_vouches_for_is_not_read(tmp_path: Path) -> None:
    with serving(certificate(tmp_path, host_of("kecil"))) as (port, asked):
        code, status, reason = night(tmp_path, port)

    assert (code, status, asked) == (1, "failed", [])
    assert "robots.txt cannot be read (its certificate is not trusted" in reason


def test_a_server_that_speaks_no_tls_is_told(tmp_path: Path) -> None:
    with serving(None) as (port, asked):
        code, status, reason = night(tmp_path, port)

    assert (code, status, asked) == (1, "failed", [])
    assert "robots.txt cannot be read (no TLS connection" in reason


def test_a_port_where_nobody_listens_is_told(tmp_path: Path) -> None:
    with serving(None) as (port, _):
        pass
    code, status, reason = night(tmp_path, port)

    assert (code, status) == (1, "failed")
    assert "robots.txt cannot be read (connection refused); nothing was fetched" in reason


@pytest.mark.parametrize("address", ["10.0.0.1", "8.8.8.8"])
def test_the_test_itself_leads_nowhere_else(tmp_path: Path, address: str) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path / "piagam.toml"), address],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr == f"{address}: is no loopback address\n"
