"""The self-test does the whole main job and says so; a folder of its own stays behind."""

from pathlib import Path

from quartierdesk.settings import is_first_start
from tests.cli.calling import call


def test_the_self_test_passes_and_leaves_what_it_made(tmp_path: Path) -> None:
    folder = tmp_path / "Prüfung der Gemeinde"
    folder.mkdir()

    answer = call("selftest", "--folder", folder)

    assert answer.code == 0, answer.sentences
    assert is_first_start(), "settings of one's own are left alone"
    assert "✗" not in answer.sentences
    assert answer.sentences.count("✓") == 8
    assert {path.suffix for path in folder.iterdir()} >= {".quartier", ".qdpaket", ".pdf", ".xlsx"}


def test_a_step_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "Prüfung.quartier").write_bytes(b"")

    answer = call("selftest", "--folder", tmp_path)

    assert answer.code == 1
    assert answer.sentences.startswith("✗ eine Datei anlegen")
