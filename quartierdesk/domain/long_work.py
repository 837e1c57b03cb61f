"""How long work tells how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called now and then with what is done and the whole, in the same unit.

Whoever wants the work to stop raises `CancelledError`; then everything is as before.
"""


def silently(_done: int, _whole: int) -> None:
    """Tell nobody."""
