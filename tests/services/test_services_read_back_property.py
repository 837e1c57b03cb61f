"""Whatever is edited in a workbook: exactly that is read back, and nothing else."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quartierdesk.domain.read_back import ReadBack
from quartierdesk.domain.text import clean
from quartierdesk.services import read_back, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.services.builders import content
from tests.services.edited_workbooks import edit, exported, read

TEXTS = (
    st.text(max_size=80)
    .map(lambda text: clean(text, "").strip())
    .filter(lambda text: bool(text) and not text.startswith("="))
)
DAYS = st.dates(date(1901, 1, 1), date(2200, 12, 31))
CELLS = {
    ("Maßnahmen", "M01", "Was"): TEXTS,
    ("Maßnahmen", "M02", "Ziel"): TEXTS,
    ("Maßnahmen", "M01", "Bis wann"): DAYS,
    ("Maßnahmen", "M02", "Bis wann"): DAYS,
    ("Maßnahmen", "M02", "Kosten"): st.decimals(0, 10_000_000, places=2),
    ("Maßnahmen", "M02", "Aufwand"): st.integers(1, 5),
    ("Maßnahmen", "M02", "Beschluss nötig"): st.just("ja"),
    ("Maßnahmen", "M02", "Status"): st.sampled_from(["In Umsetzung", "Erledigt"]),
    ("Steckbriefe", "M02", "Risiken"): TEXTS,
    ("Steckbriefe", "M02", "Themenfelder"): st.sampled_from(["C01", "C06, C05"]),
    ("Beiträge", "P-003", "Protokollfassung"): TEXTS,
    ("Beiträge", "T3-017", "Notiz"): TEXTS,
    ("Beiträge", "P-003", "Themenfeld"): st.sampled_from(["Verkehr", "Ohne Beiträge"]),
    ("Beiträge", "P-003", "Nennungen"): st.integers(2, 999),
    ("Themenfelder", "C05", "Kurztext"): TEXTS,
}
EDITS = st.sets(st.sampled_from(sorted(CELLS)), max_size=6).flatmap(
    lambda keys: st.fixed_dictionaries({key: CELLS[key] for key in sorted(keys)})
)


@pytest.fixture(scope="module")
def furnished(
    tmp_path_factory: pytest.TempPathFactory, rich_template: Path
) -> Iterator[tuple[Workspace, str, Path]]:
    """Return an open rich workshop with its internal workbook."""
    folder = tmp_path_factory.mktemp("hin-und-her")
    path = Path(shutil.copy(rich_template, folder / "reich.quartier"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUARTIERDESK_CONFIG", str(folder / "einstellungen"))
        with Workspace.open(path, Access(actor="Test")) as workspace:
            workshop_id = workshops.overview(workspace)[0].id
            yield workspace, workshop_id, exported(workspace, workshop_id, folder)


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cells=EDITS)
def test_exactly_what_was_edited_is_different(
    furnished: tuple[Workspace, str, Path],
    tmp_path: Path,
    cells: dict[tuple[str, str, str], object],
) -> None:
    workspace, workshop_id, book = furnished
    copy = Path(shutil.copy(book, tmp_path / "bearbeitet.xlsx"))
    edit(copy, cells)
    before = content(workspace)

    found = read(workspace, workshop_id, copy)

    told = {(d.place.partition(",")[0], d.label, d.heading) for d in found.differences}
    assert told == set(cells)
    assert (found.unreadable, found.new_rows, found.notices) == ((), (), ())
    if not cells:
        return
    read_back.take_over(workspace, copy, workshop_id, found.differences)
    assert read(workspace, workshop_id, copy).differences == ()
    workspace.undo()
    assert content(workspace) == before


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice ist nicht installiert")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_copy_saved_by_libreoffice_says_nothing_new(
    furnished: tuple[Workspace, str, Path], tmp_path: Path, kind: str
) -> None:
    workspace, workshop_id, book = furnished
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, book],
        check=True,
        capture_output=True,
        timeout=120,
    )
    copy = tmp_path / f"{book.stem}.{kind}"

    assert read(workspace, workshop_id, copy) == ReadBack(workshop_id)
