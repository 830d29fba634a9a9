"""What is said where no scheduler answers."""

import pytest

from crawler.cluster.connecting import how_to_start


@pytest.mark.parametrize(
    ("address", "speaks_of_certificates"),
    [("tcp://127.0.0.1:8786", False), ("tls://127.0.0.1:8786", True)],
)
def test_certificates_are_named_only_where_they_are_needed(
    address: str, speaks_of_certificates: bool
) -> None:
    told = how_to_start(address)

    assert "piagam cluster scheduler" in told
    assert ("certificates" in told) is speaks_of_certificates
    assert ("write tls://" in told) is not speaks_of_certificates
