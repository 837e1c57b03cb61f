"""What surrounds a call: pipes, encodings, names of files, rights, other programs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from quartierdesk.store.workspace import Access, Workspace
from tests.cli.calling import (
    BUFFERED,
    call,
    call_here,
    command,
    done,
    new_workshop,
    start_capture,
    stored_texts,
)
from tests.support import child_environment

# The administrator may read and write everything; without this right even he may not.
WITHOUT_PRIVILEGE = """
import ctypes, os, sys
if sys.platform == "linux" and os.geteuid() == 0 and "unprivileged" not in os.environ:
    drop_from_bounding_set, override, override_reading = 24, 1, 2
    for right in (override, override_reading):
        assert ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0) == 0
    os.environ["unprivileged"] = "1"
    os.execv(sys.executable, sys.orig_argv)
"""

ASCII_ONLY = {
    **BUFFERED,
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Quartiere der Stadt Köln.quartier"


@pytest.fixture
def workshop(file: Path) -> str:
    return new_workshop(file, "Größe zählt", ["Müll in der Weißstraße", "Bänke"])


def closed_early(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose output nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            command(*words),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            env=child_environment(**BUFFERED),
        )
    finally:
        os.close(writing)


@pytest.mark.parametrize("name", ["list", "history", "search", "--help"])
def test_a_reader_who_leaves_early_is_no_reason_to_complain(
    file: Path, workshop: str, name: str
) -> None:
    words: list[str | Path] = [name] if name == "--help" else [name, file]
    finished = closed_early(*words, *(["e"] if name == "search" else []))

    assert (finished.returncode, finished.stderr) == (0, b"")


def test_long_output_may_be_cut_off(file: Path) -> None:
    new_workshop(file, texts=[f"Bank {'und Baum ' * 500}{number}" for number in range(100)])
    with subprocess.Popen(
        command("search", file, "bank", "--limit", "100"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environment(**BUFFERED),
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"W-001  P-")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("name", ["list", "--version"])
def test_output_that_cannot_be_written_is_told(
    file: Path, workshop: str, name: str, unbuffered: str
) -> None:
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            command(name, *([file] if name == "list" else [])),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=child_environment(PYTHONUNBUFFERED=unbuffered),
        )

    assert finished.returncode == 1
    assert finished.stderr.decode() == (
        "Die Ausgabe konnte nicht geschrieben werden: der Datenträger ist voll.\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-16", "cp1252:strict"])
def test_output_is_utf_8_whatever_the_surroundings_believe(
    file: Path, workshop: str, encoding: str
) -> None:
    variables = {**ASCII_ONLY, "PYTHONIOENCODING": encoding}
    listed = call("list", file, "--json", variables=variables)
    answer = call("capture", file, "--workshop", workshop, given="ß€".encode(), variables=variables)

    assert listed.data["workshops"][0]["title"] == "Größe zählt"
    assert "Größe zählt" in listed.output
    assert (answer.output, answer.sentences) == ("P-003\n", "1 Beitrag erfasst.\n")
    assert stored_texts(file, workshop)["P-003"] == "ß€"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locale")
def test_words_with_umlauts_arrive_in_a_locale_without_them(file: Path, workshop: str) -> None:
    found = call("search", file, "müll weiß", variables=ASCII_ONLY)
    source = file.with_name("Grünanlagen.csv")
    source.write_text("Aussage\nMehr Bäume\n", encoding="utf-8")
    taken = call("import", file, source, "--column", "text=Aussage", variables=ASCII_ONLY)
    titled = call("import", file, source, "--title", "Öffentliche Plätze", variables=ASCII_ONLY)

    assert "Müll in der Weißstraße" in found.output
    assert (taken.code, titled.code) == (0, 0)
    titles = {line["title"] for line in done("list", file, "--json").data["workshops"]}
    assert titles == {"Größe zählt", "Grünanlagen", "Öffentliche Plätze"}
    assert done("history", file, "--json").data[-1]["what"] == "Tabelle übernommen: anfang.csv"
    assert len(done("history", file).lines) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locale")
def test_the_same_file_is_the_same_workspace_in_any_locale(file: Path, workshop: str) -> None:
    for variables in (ASCII_ONLY, BUFFERED, ASCII_ONLY):
        given = b"Bank"
        assert call("capture", file, "--workshop", workshop, given=given, variables=variables).lines

    assert done("undo", file).code == 0
    assert list(stored_texts(file, workshop)) == ["P-001", "P-002", "P-003", "P-004"]
    done("check", file)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are always Unicode")
def test_names_of_files_that_are_no_text_are_possible(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    source, file = folder + b"/M\xfcll\n.csv", folder + b"/B\xe4nke.quartier"
    Path(os.fsdecode(source)).write_text("Beitrag\nEine Bank\n", encoding="utf-8")

    imported = call("import", file, source)

    assert (imported.code, imported.output) == (0, "W-001\n")
    assert call("list", file, "--json").data["workshops"][0]["title"] == "M\ufffdll"
    missing = call("list", folder + b"/M\xfcll.quartier")
    assert (missing.code, missing.output) == (1, "")
    assert call("export", file, "--workshop", "W-001", "--format", "csv",
                "--out", folder + b"/M\xfcll-aus.csv").code == 0  # fmt: skip


@pytest.mark.parametrize(
    "name", ["mit Leerzeichen.quartier", "ohne", "-strich.quartier", "a'b\"c$d;e&f.quartier",
             "100%.quartier", "frage?teil#.quartier", "a%20b.quartier", "e\u0301.quartier"]
)  # fmt: skip
def test_odd_names_of_workspaces_are_names(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32" and set(name) & set('?"'):
        pytest.skip("Windows does not allow this name")
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "t.csv"
    source.write_text("Beitrag\nEine Bank\n", encoding="utf-8")
    words = ["--", name] if name.startswith("-") else [name]

    done("import", *words, "t.csv")
    label = "W-001"
    last = [*(["--"] if name.startswith("-") else []), name]
    assert done("capture", "--workshop", label, *last, given=b"Baum\n").lines == ["P-002"]
    assert done("check", *last).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {name, "t.csv"}


@pytest.mark.parametrize("text", ["-Bank", "--limit", "-1", "-", "--h"])
def test_text_that_begins_with_a_dash_is_searched_after_two_dashes(file: Path, text: str) -> None:
    new_workshop(file, texts=[f"{text} am Weg", "Baum"])

    assert done("search", "--json", file, "--", text).data[0]["text"] == f"{text} am Weg"
    assert done("search", "--json", "--", file, text).data[0]["text"] == f"{text} am Weg"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rights are something else")
def test_in_a_folder_that_may_only_be_read_everything_but_writing_works(
    file: Path, workshop: str
) -> None:
    file.parent.chmod(0o555)
    try:
        refused = [
            call(*words, given=b"Bank\n", prelude=WITHOUT_PRIVILEGE)
            for words in (
                ("capture", file, "--workshop", workshop),
                ("demo", file.with_name("neu.quartier")),
                ("undo", file),
                ("export", file, "--workshop", workshop, "--format", "csv",
                 "--out", file.with_name("a.csv")),
            )
        ]  # fmt: skip
        listed = call("list", file, prelude=WITHOUT_PRIVILEGE)
        found = call("search", file, "müll", prelude=WITHOUT_PRIVILEGE)
    finally:
        file.parent.chmod(0o755)

    assert [(answer.code, answer.output) for answer in refused] == [(1, "")] * 4
    for answer in refused:
        assert re.search("darf nicht geschrieben|kann nicht geöffnet", answer.sentences)
    assert (listed.code, listed.sentences) == (0, "")
    assert "Müll in der Weißstraße" in found.output
    assert {path.name for path in file.parent.iterdir()} == {file.name}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rights are something else")
def test_a_file_that_may_not_be_read_is_told(file: Path, workshop: str) -> None:
    file.chmod(0)
    answer = call("list", file, prelude=WITHOUT_PRIVILEGE)

    assert (answer.code, answer.output) == (1, "")
    assert "die Berechtigung fehlt" in answer.sentences


@pytest.mark.skipif(sys.platform == "win32", reason="Windows rights are something else")
def test_where_settings_cannot_be_kept_everything_works_and_no_log_key_is_reused(
    file: Path, workshop: str, own_home: Path
) -> None:
    shutil.rmtree(own_home / "einstellungen", ignore_errors=True)
    (own_home / "einstellungen").mkdir(mode=0o555)
    for number in (1, 2):
        answer = call("capture", file, "--workshop", workshop, given=f"Bank {number}\n".encode(),
                      prelude=WITHOUT_PRIVILEGE)  # fmt: skip
        assert (answer.code, len(answer.lines)) == (0, 1)
    done("check", file)
    with Workspace.open(file, Access(read_only=True)) as opened, opened.reading() as session:
        replicas = session.scalars(text("SELECT DISTINCT replica_no FROM change")).all()
    assert len(replicas) == 3


def test_while_somebody_writes_others_can_read_and_are_told_who_writes(
    file: Path, workshop: str
) -> None:
    target = file.with_name("aus.csv")
    with start_capture(file, workshop) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"Noch eine Bank\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"P-003\n"

        refused = [
            call_here(*words, given=b"Bank\n")
            for words in (
                ("capture", file, "--workshop", workshop),
                ("undo", file),
                ("demo", file),
            )
        ]
        listed = done("list", file, "--json")
        found = done("search", file, "noch bank")
        done("export", file, "--workshop", workshop, "--format", "csv", "--out", target)
        process.stdin.close()

    assert [(answer.code, answer.output) for answer in refused] == [(1, "")] * 3
    for answer in refused:
        assert f"„{file.name}“ ist schon geöffnet: von " in answer.sentences
        assert "lesen können Sie sie auch hier" in answer.sentences
    assert listed.data["workshops"][0]["contributions"] == 3
    assert "P-003" in found.output
    assert "Noch eine Bank" in target.read_text("utf-8-sig")
    assert {path.name for path in file.parent.iterdir()} == {file.name, target.name}


def test_an_export_that_fails_leaves_the_old_file(file: Path, workshop: str) -> None:
    target = file.with_name("aus.csv")
    target.write_bytes(b"alt")
    full = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))"
    if sys.platform == "win32":
        pytest.skip("Windows does not limit the size of files")
    answer = call("export", file, "--workshop", workshop, "--format", "csv", "--out", target,
                  prelude=full)  # fmt: skip

    assert (answer.code, answer.output) == (1, "")
    assert "die Datei würde zu groß" in answer.sentences
    assert target.read_bytes() == b"alt"
    assert {path.name for path in file.parent.iterdir()} == {file.name, target.name}


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs devices")
def test_devices_are_not_replaced_by_an_export(file: Path, workshop: str) -> None:
    answer = call_here("export", file, "--workshop", workshop, "--format", "csv",
                       "--out", "/dev/null")  # fmt: skip

    assert (answer.code, answer.output) == (1, "")
    assert "ist keine gewöhnliche Datei" in answer.sentences
    assert Path("/dev/null").is_char_device()
