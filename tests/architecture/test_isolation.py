"""Tests and the programs they start reach neither the network nor the home of a person."""

import os
import socket
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support import child_environment


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_is_refused(family: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="without a network"):
        socket.socket(family)


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(AssertionError, match="without a network"):
        socket.getaddrinfo("localhost", 80)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such sockets in Python")
def test_sockets_within_the_machine_stay_allowed() -> None:
    with socket.socket(socket.AF_UNIX) as local:
        assert local.family == socket.AF_UNIX


def test_a_child_process_is_refused_as_well() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(),
    )

    assert finished.returncode == 1
    assert "AssertionError: QuartierDesk works without a network" in finished.stderr


def test_every_test_has_a_home_of_its_own(own_home: Path) -> None:
    assert Path.home() == own_home
    assert list(own_home.iterdir()) == []
    assert Path(os.environ["QUARTIERDESK_CONFIG"]).parent == own_home


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes the zone from its settings")
def test_the_zone_of_the_machine_does_not_matter() -> None:
    assert datetime.now().astimezone().utcoffset() == timedelta(hours=12, minutes=45)
