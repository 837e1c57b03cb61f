"""Identities: time-ordered for new things, derived for links that two laptops may both make."""

import secrets
import threading
import time
import uuid

_LINKS = uuid.UUID("7d0ab1c4-3a3e-5d43-9a55-6f0f4f8f1b50")
_lock = threading.Lock()
_last = [0]


def new_id() -> str:
    """Return a UUIDv7 (RFC 9562); within one process each is greater than the one before."""
    with _lock:
        stamp = max((time.time_ns() // 1_000_000 << 12) | secrets.randbits(8), _last[0] + 1)
        _last[0] = stamp
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62
    return str(uuid.UUID(int=value | secrets.randbits(62)))


def link_id(*parts: object) -> str:
    """Return the UUIDv5 of `parts`: the same on every laptop that links the same things."""
    return str(uuid.uuid5(_LINKS, "\x1f".join(str(part) for part in parts)))
