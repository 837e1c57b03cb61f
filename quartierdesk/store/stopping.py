"""Stopping a long statement from within."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DatabaseError

from quartierdesk.errors import CancelledError

_STEPS = 50_000


@contextmanager
def stoppable(connection: Any, ask: Callable[[], None]) -> Iterator[None]:  # noqa: ANN401
    """Call `ask` now and then while statements run on a driver's connection.

    When it raises `CancelledError`, the statement is broken off and the error raised here.
    """
    stopped: list[CancelledError] = []

    def go_on() -> int:
        try:
            ask()
        except CancelledError as error:
            stopped.append(error)
            return 1
        return 0

    connection.set_progress_handler(go_on, _STEPS)
    try:
        yield
    except (DatabaseError, driver.Error):
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
