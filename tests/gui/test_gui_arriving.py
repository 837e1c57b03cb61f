"""Ein Doppelklick auf ein Paket: Es kommt in die offene Datei, oder das Programm fragt, wohin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from quartierdesk.app import Window
from quartierdesk.gui.dialogs.merge import MergeDialog
from quartierdesk.gui.dialogs.passphrase_prompt import PassphrasePrompt
from quartierdesk.gui.shell.beginning import folder_for_files
from quartierdesk.services import outline, packages, protection
from quartierdesk.settings import load_settings, save_settings
from quartierdesk.store.workspace import Access, Workspace
from tests.gui.opening import close_window, made_window, open_window, settle, wait_until

PASSPHRASE = "vier Wörter ohne Zusammenhang"


@pytest.fixture
def package(sample_file: Path) -> Path:
    """Return a package of the sample workshop."""
    target = sample_file.with_name("Tisch 3.qdpaket")
    with Workspace.open(sample_file) as workspace:
        packages.write(workspace, target)
    return target


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    """Return the folder that somebody chose for new files."""
    from dataclasses import replace

    folder = tmp_path / "Werkstätten"
    save_settings(replace(load_settings(), workspace_place=str(folder)))
    return folder


@pytest.fixture
def started(qapp: QApplication, package: Path, own_folder: Path) -> Iterator[Window]:
    """Return the window that a double click on the package opened; no file was opened before."""
    window = open_window_with(package)
    yield window
    close_window(window)


def open_window_with(package: Path) -> Window:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = made_window(application)
    window.show(package)
    wait_until(lambda: window.desk.file is not None or bool(shown(QWidget)), "an answer")
    settle(window)
    return window


def shown(kind: type[QWidget]) -> list[QWidget]:
    """Return the visible dialogs of a kind."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, kind) and widget.isVisible() and widget.parentWidget()
    ]


def answer(words: str) -> None:
    """Press the button of the question that has these words on it."""
    [box] = shown(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if words in button.text()).click()
    box.close()


def close(kind: type[QWidget]) -> None:
    for widget in shown(kind):
        widget.close()


def test_in_das_laufende_fenster_kommt_die_vorschau(
    qapp: QApplication, package: Path, sample_file: Path
) -> None:
    window = open_window(sample_file)
    window.main.files.open(package)
    settle(window)

    assert len(shown(MergeDialog)) == 1
    close(MergeDialog)
    close_window(window)


def test_am_tisch_beginnt_damit_eine_datei_im_gewaehlten_ordner(
    started: Window, own_folder: Path
) -> None:
    wait_until(lambda: started.desk.file is not None, "the file")

    assert started.desk.file is not None
    assert started.desk.file.path == own_folder / "Tisch 3.quartier"


def test_am_tisch_wird_zuerst_erfasst_wie_weit_die_werkstatt_auch_ist(
    qapp: QApplication, sample_file: Path, own_folder: Path
) -> None:
    with Workspace.open(sample_file) as workspace:
        [workshop] = outline.of_file(workspace).workshops
        written = packages.write_for_tables(workspace, workshop.id, sample_file.parent)
    window = open_window_with(written[2].path)
    wait_until(lambda: window.desk.file is not None, "the file")
    settle(window)

    assert window.main.page_key == "capture"
    close_window(window)


def test_beim_zweiten_mal_oeffnet_sich_die_datei_vom_ersten_mal(
    started: Window, package: Path
) -> None:
    wait_until(lambda: started.desk.file is not None, "the file")
    started.main.files.close()
    wait_until(lambda: started.desk.file is None, "the closed file")
    started.main.arriving.begin(package)
    wait_until(lambda: bool(shown(MergeDialog)), "the preview")
    settle(started)

    assert started.desk.file is not None
    assert started.desk.file.path.name == "Tisch 3.quartier"
    close(MergeDialog)


def test_wer_schon_eine_datei_hat_wird_gefragt_wohin(
    qapp: QApplication, package: Path, own_folder: Path, sample_file: Path
) -> None:
    close_window(open_window(sample_file))
    window = open_window_with(package)
    answer("Hörlesbach")
    wait_until(lambda: bool(shown(MergeDialog)), "the preview")
    settle(window)

    assert window.desk.file is not None
    assert window.desk.file.path == sample_file
    close(MergeDialog)
    close_window(window)


def test_wer_nicht_antwortet_ist_am_anfang(
    qapp: QApplication, package: Path, own_folder: Path, sample_file: Path
) -> None:
    close_window(open_window(sample_file))
    window = open_window_with(package)
    answer("Abbrechen")
    settle(window)

    assert window.desk.file is None
    assert window.main.start.isVisible()
    close_window(window)


def test_ein_kaputtes_paket_wird_abgelehnt_und_das_fenster_bleibt_brauchbar(
    qapp: QApplication, package: Path, own_folder: Path
) -> None:
    package.write_bytes(package.read_bytes()[:5000])
    window = open_window_with(package)
    assert len(shown(QMessageBox)) == 1
    close(QMessageBox)
    settle(window)

    assert window.main.start.isVisible()
    assert not list(folder_for_files(window.desk.settings).glob("*.quartier"))
    close_window(window)


def test_ein_geschuetztes_paket_fragt_nach_dem_kennwort(
    qapp: QApplication, sample_file: Path, own_folder: Path
) -> None:
    package = sample_file.with_name("Tisch 4.qdpaket")
    with Workspace.open(sample_file, Access(actor="Test")) as workspace:
        protection.set_passphrase(workspace, PASSPHRASE)
        packages.write(workspace, package)
    window = open_window_with(package)
    [prompt] = shown(PassphrasePrompt)
    assert isinstance(prompt, PassphrasePrompt)
    prompt.entered.emit("falsch")
    settle(window)
    assert window.desk.file is None

    [prompt] = shown(PassphrasePrompt)
    assert isinstance(prompt, PassphrasePrompt)
    prompt.entered.emit(PASSPHRASE)
    wait_until(lambda: window.desk.file is not None, "the file")
    settle(window)
    assert shown(PassphrasePrompt) == []
    close_window(window)
