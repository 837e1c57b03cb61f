"""The trial of the Windows program: nothing made for it gets into what is shipped."""

import io
import re
import shutil
import sys
import zipfile
from ast import literal_eval
from pathlib import Path

import pytest

import build_installer
from installer import windows_packages
from installer.freezing import MARK, STAND_INS, refuse_stand_ins, refuse_trial
from installer.inside import Component, works_inside
from installer.project import BuildError, Project
from installer.wine import interpreter
from installer.wine.bottle import of_windows
from installer.wine.installed import check_results
from installer.wine.packages import INTERPRETER_LOCK, for_windows
from tests.support import ROOT

PROJECT = Project("1.2.3", "Probe", "EUPL-1.2", "2026-11-26")
SOURCES = ROOT / "installer/wine/material"
SETUP = (ROOT / "installer/windows/setup.nsi").read_text("utf-8")
LOCK = """\
eins==1.0 \\
    --hash=sha256:aa
zwei==2.0 ; sys_platform == 'darwin' \\
    --hash=sha256:bb
drei==3.0 ; sys_platform == 'win32' \\
    --hash=sha256:cc
"""


@pytest.mark.parametrize("name", STAND_INS)
def test_a_stand_in_is_refused_under_every_name(tmp_path: Path, name: str) -> None:
    innocent = tmp_path / "_internal/Qt6Core.dll"
    innocent.parent.mkdir()
    innocent.write_bytes(b"MZ")
    refuse_stand_ins(tmp_path)

    (tmp_path / name.upper()).write_bytes(b"")
    with pytest.raises(BuildError, match="Platzhalter"):
        refuse_stand_ins(tmp_path)
    (tmp_path / name.upper()).unlink()

    innocent.write_bytes(b"MZ" + MARK + name.encode() + b"\0")
    with pytest.raises(BuildError, match=r"Qt6Core\.dll"):
        refuse_stand_ins(tmp_path)


def test_a_stand_in_gets_into_no_set_up_and_no_archive(tmp_path: Path) -> None:
    frozen, papers = tmp_path / "frozen", tmp_path / "papers"
    frozen.mkdir()
    papers.mkdir()
    (frozen / "icuuc.dll").write_bytes(b"")

    for make in build_installer.MAKERS["win32"]:
        with pytest.raises(BuildError, match=r"icuuc\.dll"):
            make(frozen, papers, PROJECT, tmp_path)


def test_what_the_interpreter_of_a_trial_has_frozen_is_not_packed(tmp_path: Path) -> None:
    (tmp_path / "python3.dll").write_bytes(b"MZ")
    refuse_trial(tmp_path)
    (tmp_path / "python3.dll").write_bytes(b"MZ" + MARK + b"python3.dll")

    refuse_stand_ins(tmp_path)  # the trial itself may pack it
    with pytest.raises(BuildError, match=r"python3\.dll"):
        refuse_trial(tmp_path)


@pytest.mark.parametrize("name", [*STAND_INS, "python.exe", "python3.dll"])
def test_everything_made_for_a_trial_says_so(name: str) -> None:
    source = (SOURCES / f"{Path(name).stem}.c").read_bytes()

    assert MARK + name.encode() + b'"' in source


@pytest.mark.skipif(not shutil.which("x86_64-w64-mingw32-gcc"), reason="needs gcc-mingw-w64-x86-64")
def test_the_stand_ins_that_are_really_made_are_refused(tmp_path: Path) -> None:
    made = interpreter.make_stand_ins(tmp_path / "platzhalter")

    assert {path.name for path in made} == set(STAND_INS)
    for path in made:
        folder = tmp_path / path.stem
        folder.mkdir()
        shutil.copyfile(path, folder / "anders.dll")
        with pytest.raises(BuildError, match=r"anders\.dll"):
            refuse_stand_ins(folder)
    assert {"ucnv_open", "ucnv_toUnicode"} <= set(interpreter.exported_names(made[0]))


def test_freezing_leaves_the_stand_ins_out() -> None:
    spec = (ROOT / "installer/quartierdesk.spec").read_text("utf-8")
    found = re.search(r"^STAND_IN = re\.compile\((r\".*\"), re\.I\)$", spec, re.M)
    assert found
    pattern = re.compile(literal_eval(found[1]), re.I)

    for name in STAND_INS:
        assert pattern.search(name)
        assert pattern.search(f"PySide6\\{name.upper()}")
    assert not pattern.search("PySide6/Qt6Core.dll")


def test_the_packages_for_windows_are_those_of_the_lock_without_conditions() -> None:
    assert for_windows(LOCK).splitlines() == [
        "eins==1.0 \\",
        "    --hash=sha256:aa",
        "drei==3.0 \\",
        "    --hash=sha256:cc",
    ]
    assert "sys_platform" not in for_windows((ROOT / "requirements-build.lock").read_text("utf-8"))


def test_the_interpreter_of_the_trial_is_checked_by_its_hash() -> None:
    assert re.search(
        r"^\w+==[\d.]+ \\\n +--hash=sha256:[0-9a-f]{64}$", _text(INTERPRETER_LOCK), re.M
    )


def test_libraries_in_packages_for_windows_have_a_licence_of_their_own() -> None:
    names = [
        "libheif-18c57b01.dll",
        "libx265-217-276e7d75.dll",
        "libde265-0-da04b6b2.dll",
        "libstdc++-6-e4d43a33.dll",
        "libgcc_s_seh-1-60817ff8.dll",
        "libwinpthread-1-71c5c746.dll",
    ]
    owner = Component("pillow-heif", "1.0", "BSD-3-Clause", "", (), names)
    found = works_inside("pillow-heif", owner)

    assert {name for part in found[1:] for name in part.files} == set(names)
    assert found[0].files == []


def test_building_speaks_on_a_screen_with_few_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = io.BytesIO()
    narrow = io.TextIOWrapper(printed, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", narrow)
    build_installer.speak_every_alphabet()
    print("✓ geprüft", flush=True)

    assert printed.getvalue().decode("cp1252").strip() == "? geprüft"


def test_the_set_up_needs_no_administrator_and_keeps_what_people_made() -> None:
    assert "RequestExecutionLevel user" in SETUP
    assert "HKLM" not in SETUP
    assert not re.search(r'RMDir /r "\$INSTDIR"\s*$', SETUP, re.M)
    assert SETUP.index('MUI_LANGUAGE "German"') < SETUP.index('MUI_LANGUAGE "English"')


def test_the_archive_for_a_stick_says_that_it_is_one(tmp_path: Path) -> None:
    frozen, papers = tmp_path / "frozen", tmp_path / "papers"
    frozen.mkdir()
    papers.mkdir()
    (frozen / "QuartierDesk.exe").write_bytes(b"MZ")
    archive = windows_packages.make_portable_archive(frozen, papers, PROJECT, tmp_path)

    with zipfile.ZipFile(archive) as packed:
        assert set(packed.namelist()) == {
            "QuartierDesk/QuartierDesk.exe",
            "QuartierDesk/tragbar.txt",
        }
        read_me = packed.read("QuartierDesk/tragbar.txt")
    assert "„QuartierDesk.exe“.".encode() in read_me
    assert read_me.count(b"\n") == read_me.count(b"\r\n") > 5


def left_behind(folder: Path) -> None:
    """Leave what the test of the program leaves when all went well."""
    (folder / "Prüfung.pdf").write_bytes(b"%PDF-1.7")
    zipfile.ZipFile(folder / "Prüfung.xlsx", "w").close()
    for name in ("Hin.qdpaket", "Zurück.qdpaket", "Tisch.quartier"):
        (folder / name).write_bytes(b"SQLite format 3\0")
    (folder / "Prüfung.quartier").write_bytes(bytes(range(16)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Prüfung.quartier", b"SQLite format 3\0"),
        ("Prüfung.quartier", b""),
        ("Prüfung.pdf", b"<html>"),
        ("Prüfung.xlsx", b"a;b"),
    ],
)
def test_the_trial_notices_a_bad_result(tmp_path: Path, name: str, content: bytes) -> None:
    left_behind(tmp_path)
    check_results(tmp_path)
    (tmp_path / name).write_bytes(content)

    with pytest.raises(BuildError):
        check_results(tmp_path)


def test_files_are_named_as_windows_does() -> None:
    assert of_windows(Path("/tmp/Bürgerbüro/a b.exe")) == "Z:\\tmp\\Bürgerbüro\\a b.exe"


def _text(path: Path) -> str:
    return path.read_text("utf-8")
