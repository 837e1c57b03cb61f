"""What a developer can rely on when typing `python3 dev.py …`."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests.support import ROOT, child_environment

WANTED = {"python": "3.12.1", "base": "/usr", "place": "/tmp/x/.venv", "content": "abc"}


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py in a process of its own."""
    return subprocess.run(
        [sys.executable, ROOT / "dev.py", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1"),
    )


def test_without_a_command_all_commands_are_listed() -> None:
    finished = call()

    assert finished.returncode == 0
    for name in dev.COMMANDS:
        assert f"\n  {name} " in finished.stdout


def test_an_unknown_command_is_refused_in_a_sentence() -> None:
    finished = call("bulid")

    assert finished.returncode == 2
    assert finished.stderr == (
        "Den Befehl „bulid“ gibt es nicht. Ohne Angaben nennt dev.py alle Befehle.\n"
    )


@pytest.mark.parametrize("arguments", [("setup", "now"), ("check", "--schnell")])
def test_an_argument_that_means_nothing_is_refused(arguments: tuple[str, ...]) -> None:
    finished = call(*arguments)

    assert finished.returncode == 2
    assert finished.stderr.count("\n") == 1


def test_an_old_python_can_read_the_file_far_enough_to_refuse() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_complete_environment_is_left_alone() -> None:
    assert not dev.needs_rebuild(WANTED, WANTED)


@pytest.mark.parametrize("changed", ["python", "base", "place"])
def test_another_interpreter_or_place_needs_a_new_environment(changed: str) -> None:
    assert dev.needs_rebuild({**WANTED, changed: "other"}, WANTED)


def test_an_interrupted_installation_is_started_anew() -> None:
    assert dev.needs_rebuild({}, WANTED)


def test_a_changed_lock_is_installed_into_the_same_environment() -> None:
    assert not dev.needs_rebuild({**WANTED, "content": "other"}, WANTED)


def test_a_damaged_stamp_counts_as_none(own_home: Path) -> None:
    stamp = own_home / "stamp.json"
    assert dev.read_stamp(stamp) == {}
    stamp.write_text('{"python": "3.1', encoding="utf-8")
    assert dev.read_stamp(stamp) == {}


def test_a_missing_part_of_the_system_is_named_with_its_package() -> None:
    need = dev.SystemNeed("etwas", ("python3-etwas",), modules=("no_such_module",))

    assert not dev.is_met(need)
    assert "apt-get install python3-etwas" in dev.line_to_type([need])


def test_a_part_of_the_system_that_is_there_is_met() -> None:
    assert dev.is_met(dev.SystemNeed("etwas", (), modules=("venv",)))


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are asked for on Linux only")
def test_a_missing_library_is_noticed() -> None:
    assert not dev.is_met(dev.SystemNeed("etwas", (), libraries=("libkeine.so.9",)))


def test_a_missing_program_is_noticed() -> None:
    assert dev.is_met(dev.SystemNeed("etwas", (), programs=("git",)))
    assert not dev.is_met(dev.SystemNeed("etwas", (), programs=("gibt-es-nicht",)))
