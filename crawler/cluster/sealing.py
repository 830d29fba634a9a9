"""Orders under seal: a worker unpacks only what somebody with the token has packed."""

import hmac
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from crawler.cluster.errors import ClusterError


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A function of ours and what it is called with."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A call on its way."""

    packed: bytes
    seal: bytes
    """HMAC-SHA256 of `packed` by the token."""


def sealed(call: Call, token: bytes) -> Sealed:
    """Pack a call for the workers that have this token."""
    packed = pickle.dumps(call)
    return Sealed(packed=packed, seal=_seal(packed, token))


def unsealed(order: Sealed, token: bytes) -> Call:
    """The call. Raises ClusterError before anything is unpacked that the token did not seal."""
    if not hmac.compare_digest(_seal(order.packed, token), order.seal):
        raise ClusterError(
            "a worker has another token and takes no order; give the same token_file in [cluster]"
            " on each machine"
        )
    call = pickle.loads(order.packed)  # noqa: S301 - the seal was checked
    if not isinstance(call, Call):
        raise TypeError("no call was sealed")
    return call


def _seal(packed: bytes, token: bytes) -> bytes:
    return hmac.digest(token, packed, "sha256")
