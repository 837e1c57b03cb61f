"""Killed while a whole file is worked on, there is the old state or the new one."""

import os
import random
from pathlib import Path

import pytest

from tests.perf.killing import CAN_FORK
from tests.perf.operations_killed import WORKS, killed_works

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("QUARTIERDESK_WORK_KILLS", "4"))


@pytest.mark.skipif(not CAN_FORK, reason="each kill would take a whole start of the program")
def test_killed_work_leaves_the_old_or_the_new_state(in_memory: Path) -> None:
    survived = list(killed_works(in_memory, KILLS, random.Random()))

    assert [(kill.work, fault) for kill in survived for fault in kill.faults] == []
    assert len(survived) == KILLS * len(WORKS)
    assert sum(kill.in_time for kill in survived) > len(survived) / 3
