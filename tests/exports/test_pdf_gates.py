"""What validators say: every protocol is PDF/UA-1 and PDF/A-2a, and faults do not slip through."""

import subprocess
from pathlib import Path

import page
import pytest

from tests import verapdf
from tests.exports.pdf_mutations import MUTATIONS, mutated
from tests.exports.pdf_samples import demo, write_all
from tests.support import ROOT

pytestmark = pytest.mark.long

FLAVOURS = ("ua1", "2a")
GOLDEN = ROOT / "tests/data/pdf"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the files of all documents."""
    return list(write_all(tmp_path_factory.mktemp("pdf")))


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a file for each fault."""
    folder, whole = tmp_path_factory.mktemp("fehler"), demo()
    paths = {name: folder / f"{name}.pdf" for name in MUTATIONS}
    for name, path in paths.items():
        path.write_bytes(mutated(whole, name))
    return paths


def broken(path: Path, flavour: str) -> list[str]:
    """Return the rules that page-validation sees broken."""
    report = page.validate_pdf(str(path), profile=flavour)
    return [str(failure) for failure in report.failures]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_document_is_accessible_and_archivable(files: list[Path], flavour: str) -> None:
    found = {path.name: broken(path, flavour) for path in files}
    assert {name: rules for name, rules in found.items() if rules} == {}


def test_every_document_is_sound(files: list[Path]) -> None:
    for path in files:
        command = ["qpdf", "--check", str(path)]
        finished = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
        assert finished.returncode == 0, f"{path.name}: {finished.stdout}{finished.stderr}"


@pytest.mark.parametrize("name", MUTATIONS)
def test_each_fault_is_noticed(faulty: dict[str, Path], name: str) -> None:
    assert broken(faulty[name], MUTATIONS[name][0])


def test_verapdf_agrees(files: list[Path], faulty: dict[str, Path]) -> None:
    missing = verapdf.reason_for_absence()
    if missing and not verapdf.is_required():
        pytest.skip(missing)
    assert not missing, missing
    for flavour in FLAVOURS:
        bad = [path for name, path in faulty.items() if MUTATIONS[name][0] == flavour]
        found = verapdf.failures([*files, *bad], flavour)
        assert {path.name: found[path.name] for path in files if found[path.name]} == {}
        assert [path.name for path in bad if not found[path.name]] == []


def structure(path: Path) -> str:
    """Return the structure tree with its text as poppler reads it, without summaries and places."""
    command = ["pdfinfo", "-struct-text", str(path)]
    read = subprocess.run(command, check=True, capture_output=True).stdout.decode(errors="replace")
    told = [line.rstrip() for line in read.splitlines()]
    return "\n".join(line for line in told if "/Summary" not in line and "/BBox" not in line) + "\n"


@pytest.mark.parametrize(
    "name", ["muster", "beispiel-public-short", "schriften-public-documentation"]
)
def test_the_order_of_reading_is_as_it_was(files: list[Path], name: str) -> None:
    [path] = [path for path in files if path.stem == name]
    expected = GOLDEN / f"{name}.txt"
    if not expected.exists():
        expected.write_text(structure(path), encoding="utf-8")
        pytest.fail(f"{expected} was not there; please read what has been written")
    assert structure(path) == expected.read_text(encoding="utf-8")
