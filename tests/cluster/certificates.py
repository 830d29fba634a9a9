"""Certificates of a cluster's own authority, made for one test."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, kw_only=True)
class Papers:
    """What a machine shows."""

    ca: Path
    cert: Path
    key: Path

    def lines(self) -> str:
        """As they stand in `[cluster]`."""
        return "".join(f'{name} = "{getattr(self, name)}"\n' for name in ("ca", "cert", "key"))


def issue(folder: Path) -> Papers:
    """A new authority and a machine's certificate by it, below `folder`."""
    folder.mkdir()
    authority, machine = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    ca = _signed("authority", authority, "authority", authority, is_authority=True)
    cert = _signed("machine", machine, "authority", authority, is_authority=False)
    papers = Papers(ca=folder / "ca.pem", cert=folder / "cert.pem", key=folder / "key.pem")
    papers.ca.write_bytes(ca.public_bytes(serialization.Encoding.PEM))
    papers.cert.write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    papers.key.touch(mode=0o600)
    papers.key.write_bytes(
        machine.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return papers


def _signed(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    by: str,
    signing: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool,
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(_name(by))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    return builder.sign(signing, hashes.SHA256())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
