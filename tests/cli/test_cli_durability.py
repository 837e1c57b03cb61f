"""Nothing that `capture` confirmed is lost when it is killed or the disk is full."""

import os
import random
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.cli.calling import call, done, new_workshop, stored_texts
from tests.perf.durability import Kill, Lines, judged, kills, summary

KILLS = int(os.environ.get("QUARTIERDESK_KILLS", "200"))

pytestmark = pytest.mark.long

LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, {bytes}))
"""


def test_what_was_confirmed_survives_being_killed(in_memory: Path) -> None:
    survived = list(kills(in_memory, KILLS, random.Random()))

    assert [fault for kill in survived for fault in kill.faults] == []
    assert sum(kill.confirmed for kill in survived) > KILLS


def confirmed(file: Path, workshop: str, lines: Lines, amount: int) -> list[str]:
    given = b"".join(islice(lines, amount))
    return done("capture", file, "--workshop", workshop, given=given).lines


def test_the_judge_is_content_with_one_line_that_was_not_yet_confirmed(tmp_path: Path) -> None:
    file, lines = tmp_path / "a.quartier", Lines("a")
    workshop = new_workshop(file)
    before = stored_texts(file, workshop)
    answers = confirmed(file, workshop, lines, 5)

    assert judged(file, before, lines, answers[:4]).faults == ()
    assert judged(file, before, lines, answers).faults == ()


def test_the_judge_sees_what_is_lost_doubled_or_mixed_up(tmp_path: Path) -> None:
    file, lines = tmp_path / "a.quartier", Lines("a")
    workshop = new_workshop(file)
    before = stored_texts(file, workshop)
    answers = confirmed(file, workshop, lines, 5)
    doubled = Lines("a")
    doubled.made = [lines.made[0], *lines.made[:4]]

    assert judged(file, before, lines, [*answers, "P-007"]).faults
    assert judged(file, before, lines, [answers[1], answers[0], *answers[2:]]).faults
    assert judged(file, before, lines, answers[:3]).faults
    assert judged(file, before, doubled, answers).faults
    assert judged(file, {**before, "P-001": "anders"}, lines, answers).faults


def test_the_result_is_one_sentence_with_figures() -> None:
    good, bad = Kill(20, 21, ()), Kill(3, 2, ("Es fehlt etwas.",))

    assert summary([good] * 1000, 7, 754.3) == (
        "1.000 Abbrüche mitten in der Arbeit, 20.000 bestätigte Beiträge: nichts Bestätigtes"
        " fehlte, nichts war doppelt, und jede Datei war in Ordnung (12 Min. 34 Sek.)."
    )
    assert "nach 1 von ihnen stimmte etwas nicht (Zufallszahlen: 7)" in summary([good, bad], 7, 5)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit the size of files")
def test_a_full_disk_refuses_lines_and_loses_none(tmp_path: Path) -> None:
    file = tmp_path / "voll.quartier"
    workshop = new_workshop(file)
    size = file.stat().st_size + 50_000
    sent = [f"{number} {'Bänke für den Platz. ' * 40}".strip() for number in range(250)]

    answer = call(
        "capture", file, "--workshop", workshop,
        given="\n".join(sent).encode(), prelude=LIMITED.format(bytes=size),
    )  # fmt: skip

    stored = [line for line in answer.lines if not line.startswith("! ")]
    refused = answer.lines[len(stored) :]
    assert len(answer.lines) == len(sent)
    assert stored
    assert refused
    assert all(line.startswith("! ") for line in refused)
    assert "Traceback" not in answer.sentences
    kept = stored_texts(file, workshop)
    assert [kept[label] for label in stored] == sent[: len(stored)]
    assert len(kept) == len(stored) + 1
    done("check", file)
    assert done("capture", file, "--workshop", workshop, given=b"weiter").lines


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit the size of files")
@pytest.mark.parametrize("size", [20_000, 60_000])
@pytest.mark.parametrize("command", ["capture", "undo"])
def test_a_disk_that_is_full_from_the_start_is_told_in_a_sentence(
    tmp_path: Path, command: str, size: int
) -> None:
    file = tmp_path / "voll.quartier"
    workshop = new_workshop(file)
    options = ["--workshop", workshop] if command == "capture" else []

    answer = call(command, file, *options, given=b"Bank\n", prelude=LIMITED.format(bytes=size))

    assert (answer.code, answer.output) == (1, "")
    assert answer.sentences.count("\n") == 1
    assert len(stored_texts(file, workshop)) == 1
    assert call("list", file, prelude=LIMITED.format(bytes=size)).code == 0
