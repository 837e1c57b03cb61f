"""Refuses every network socket of a Python process; sockets within the machine stay allowed.

Python imports this file by itself at the start of a child process when its folder is on
`PYTHONPATH` (see `tests.support.child_environment`). An audit hook sees sockets of the standard
library and of its C module alike and cannot be taken away again.
"""

import sys

LOOK_UPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise AssertionError when a network socket is made or a name is looked up in the network."""
    if event in LOOK_UPS or (event == "socket.__new__" and _is_network(arguments[1])):
        raise AssertionError(f"QuartierDesk works without a network, but saw {event}")


def _is_network(family: object) -> bool:
    import socket  # not at the top, so that a child's start is as light as without this file

    return family in (socket.AF_INET, socket.AF_INET6)


if __name__ == "sitecustomize":
    sys.addaudithook(refuse_network)
