"""Who may be of a cluster: TLS and a token beyond loopback, sealed orders, fit workers only."""

import sys
from pathlib import Path

import pytest

from crawler.cluster.errors import ClusterError
from crawler.cluster.pool import open_cluster
from crawler.cluster.sealing import Call, Sealed, sealed, unsealed
from crawler.cluster.trust import Place, Trust
from crawler.config import load_config
from crawler.config_cluster import ClusterConfig
from tests.cluster.certificates import issue

TOKEN = b"0123456789abcdef"


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("tcp://10.0.0.7:8786", "without TLS only loopback is spoken to"),
        ("tcp://0.0.0.0:8786", "without TLS only loopback is spoken to"),
        ("tcp://[::]:8786", "without TLS only loopback is spoken to"),
        ("tcp://piagam.example.org:8786", "without TLS only loopback is spoken to"),
        ("tls://10.0.0.7:8786", "TLS needs ca, cert and key"),
        ("tls://127.0.0.1:8786", "TLS needs ca, cert and key"),
    ],
)
def test_beyond_loopback_nothing_is_spoken_without_tls(written: str, complaint: str) -> None:
    with pytest.raises(ClusterError, match=complaint):
        Trust(token=TOKEN).check(Place.parse(written))


@pytest.mark.parametrize("written", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:9"])
def test_on_loopback_neither_is_needed(written: str) -> None:
    Trust().check(Place.parse(written))
    assert str(Place.parse(written)) == written


def test_beyond_loopback_tls_alone_is_not_enough(tmp_path: Path) -> None:
    papers = issue(tmp_path / "papers")
    config = ClusterConfig(ca=papers.ca, cert=papers.cert, key=papers.key)
    with pytest.raises(ClusterError, match="beyond loopback a token is needed"):
        Trust.of(config).check(Place.parse("tls://10.0.0.7:8786"))
    secret = tmp_path / "token"
    secret.write_bytes(TOKEN + b"\n")
    secret.chmod(0o600)
    trust = Trust.of(config.model_copy(update={"token_file": secret}))
    trust.check(Place.parse("tls://10.0.0.7:8786"))
    assert TOKEN.decode() not in repr(trust)


def test_who_has_certificates_is_told_to_write_tls_on_loopback_too(tmp_path: Path) -> None:
    papers = issue(tmp_path / "papers")
    trust = Trust.of(ClusterConfig(ca=papers.ca, cert=papers.cert, key=papers.key))
    with pytest.raises(ClusterError, match="certificates, so TLS alone is spoken; write tls://"):
        trust.check(Place.parse("tcp://127.0.0.1:8786"))
    trust.check(Place.parse("tls://127.0.0.1:8786"))


@pytest.mark.parametrize("written", ["127.0.0.1:8786", "tcp://h", "tcp://h:x", "http://h:1", ""])
def test_what_is_no_address_is_one_line(written: str) -> None:
    with pytest.raises(ClusterError, match="is no address of a scheduler; write tls://"):
        Place.parse(written)


@pytest.mark.parametrize(
    ("spoilt", "complaint"),
    [
        ("ca", "cluster.ca: .* is no certificate in PEM form"),
        ("cert", "cluster.cert: .* does not go with the key"),
    ],
)
def test_a_certificate_that_is_none_is_one_line(
    tmp_path: Path, spoilt: str, complaint: str
) -> None:
    papers = issue(tmp_path / "papers")
    getattr(papers, spoilt).write_text("no certificate")
    with pytest.raises(ClusterError, match=complaint):
        Trust.of(ClusterConfig(ca=papers.ca, cert=papers.cert, key=papers.key))


def test_what_is_missing_short_or_open_to_others_is_one_line(tmp_path: Path) -> None:
    papers = issue(tmp_path / "papers")
    with pytest.raises(ClusterError, match=r"\[cluster\] key is missing in the configuration; ca,"):
        Trust.of(ClusterConfig(ca=papers.ca, cert=papers.cert))
    with pytest.raises(ClusterError, match=r"cluster\.token_file: .* cannot be read: No such"):
        Trust.of(ClusterConfig(token_file=tmp_path / "none"))
    secret = tmp_path / "token"
    secret.write_text("short")
    secret.chmod(0o600)
    with pytest.raises(ClusterError, match="is shorter than 16 characters"):
        Trust.of(ClusterConfig(token_file=secret))
    papers.key.chmod(0o640)
    with pytest.raises(ClusterError, match=r"cluster\.key: .* others may read it; chmod 600"):
        Trust.of(ClusterConfig(ca=papers.ca, cert=papers.cert, key=papers.key))


def test_an_order_is_unpacked_only_where_the_token_sealed_it() -> None:
    order = sealed(Call(function=max, arguments=(1, 2), named={}), TOKEN)
    assert unsealed(order, TOKEN).arguments == (1, 2)
    for packed, token in ((order.packed, b"another token of 16"), (order.packed + b".", TOKEN)):
        with pytest.raises(ClusterError, match="a worker has another token and takes no order"):
            unsealed(Sealed(packed=packed, seal=order.seal), token)


def test_the_missing_extra_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "piagam.toml"
    path.write_text('contact = "a@example.id"\n')
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ClusterError, match=r"needs Dask; pip install 'piagam\[cluster\]'"),
        open_cluster(load_config(path), "local:1"),
    ):
        pass
