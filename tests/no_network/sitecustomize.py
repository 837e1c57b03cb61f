"""Refuses every network socket of a Python process; sockets within the machine stay allowed.

Python imports this file by itself at the start of a child process when its folder is on
`PYTHONPATH` (see `tests.support.child_environment`). An audit hook sees sockets of the standard
library and of its C module alike and cannot be taken away again.
"""

import socket
import sys

NETWORK_FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})
LOOK_UPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
)


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise AssertionError when a network socket is made or a name is looked up in the network."""
    made = event == "socket.__new__" and arguments[1] in NETWORK_FAMILIES
    if made or event in LOOK_UPS:
        raise AssertionError(f"QuartierDesk works without a network, but saw {event}")


if __name__ == "sitecustomize":
    sys.addaudithook(refuse_network)
