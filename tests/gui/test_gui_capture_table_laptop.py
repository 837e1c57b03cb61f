"""Der Laptop an einem Tisch zeigt seinen Tisch und schreibt für ihn, ohne dass man etwas wählt."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from quartierdesk.domain.workshop import TopicTable
from quartierdesk.services import packages, workshop_lists, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.gui.capture_desk import capture_page, last, say
from tests.gui.opening import close_window, open_window


def _file_of_table(sample: Path, number: int) -> Path:
    package = sample.with_name(f"Tisch {number}.qdpaket")
    with Workspace.open(sample) as workspace:
        workshop = workshops.overview(workspace)[0].id
        tables = workshop_lists.items(workspace, TopicTable, workshop)
        [table_id] = [table.id for table in tables if table.number == number]
        packages.write_for_table(workspace, package, table_id)
    file = package.with_suffix(".quartier")
    packages.open_as_workspace(package, file, Access(actor="Tisch")).close()
    return file


def test_am_tisch_fuenf_erscheint_nur_tisch_fuenf(qapp: QApplication, sample_file: Path) -> None:
    window = open_window(_file_of_table(sample_file, 5))
    try:
        page = capture_page(window)
        assert page.typing.table == 5
        assert page.model.rowCount() == 10

        say(window, page, "Ein Bänkle vor der Kirche")

        assert last(window).label == "T5-001"
        assert page.model.rowCount() == 11
    finally:
        close_window(window)
