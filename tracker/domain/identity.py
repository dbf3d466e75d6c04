"""Record ids: UUIDv7, so that two machines never give the same one and ids sort by time."""

import secrets
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


def new_id(now: datetime, *, randbits: Callable[[int], int] = secrets.randbits) -> str:
    """Make a UUIDv7 (RFC 9562) for a moment: 48 bits of milliseconds, then 74 random bits."""
    millis = max(0, int(now.timestamp() * 1000)) & (1 << 48) - 1
    rand_a = randbits(12) << 64
    return str(UUID(int=millis << 80 | _VERSION_7 | rand_a | _VARIANT | randbits(62)))
