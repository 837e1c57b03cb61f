"""The composition root of the window: the one place that puts everything together."""

import logging
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quartierdesk import __version__
from quartierdesk.gui import fonts
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.language import Languages
from quartierdesk.gui.ops import Operations, report_of
from quartierdesk.gui.shell.window import MainWindow
from quartierdesk.gui.single import FirstInstance
from quartierdesk.gui.theme.look import Look
from quartierdesk.gui.theme.sizes import USUAL_WINDOW
from quartierdesk.paths import config_folder
from quartierdesk.settings import is_first_start, load_settings

_LOG_BYTES = 500_000
_HIGHEST_TITLE = 100
_GEOMETRY = "window.geometry"
_SYSTEM_THEME = "window.theme"


class Window:
    """Everything that belongs to the open window, held together until it is closed."""

    def __init__(self, application: QApplication) -> None:
        self.settings = load_settings()
        fonts.load_first()
        self.languages = Languages(application)
        self.languages.use(self.settings.language)
        self.look = Look(application)
        system = str(self.settings.choices.get(_SYSTEM_THEME, ""))
        self.look.use(self.settings.theme, self.settings.text_size, system)
        self.ops = Operations(application)
        self.desk = Desk(self.ops, self.look, self.settings)
        self.main = MainWindow(self.desk)
        self.desk.settings_changed.connect(self._use_settings)
        self.main.painted.connect(self._note_theme)
        self.main.painted.connect(fonts.load_rest)

    def show(self, file: Path | None, *, welcome: bool = False) -> None:
        """Show the window, then open `file`, or the file opened last; `welcome` people before."""
        self.main.resize(*USUAL_WINDOW)
        remembered = str(self.desk.choice(_GEOMETRY, ""))
        with suppress(ValueError):
            self.main.restoreGeometry(b64decode(remembered))
        self.main.show()
        wanted = file or _opened_last(self.settings.recent)
        self.main.files.expected = wanted is not None
        if welcome or wanted is None:
            self.main.painted.connect(lambda: self.ops.load_services(self.main))
        if welcome:
            self.main.painted.connect(lambda: self.main.welcome(wanted))
        elif wanted is not None:
            self.main.painted.connect(lambda: self.main.files.open(wanted))

    def close(self) -> None:
        """Close the window and end everything that runs beside it."""
        geometry = b64encode(self.main.saveGeometry().data()).decode("ascii")
        self.desk.remember(_GEOMETRY, geometry)
        self.main.parting = True
        self.main.close()
        self.ops.shut_down()
        for part in (self.main, self.ops, self.look, self.languages):
            part.deleteLater()

    def _note_theme(self) -> None:
        """Keep what the system wanted, so that the next start need not ask before its picture."""
        if self.settings.theme == "system":
            self.desk.remember(_SYSTEM_THEME, self.look.theme.name)

    def _use_settings(self) -> None:
        settings, before = self.desk.settings, self.settings
        self.settings = settings
        if settings.language != before.language:
            self.languages.use(settings.language)
        if (settings.theme, settings.text_size) != (before.theme, before.text_size):
            self.look.use(settings.theme, settings.text_size)


def run(arguments: Sequence[str], file: Path | None) -> int:
    """Open the window, with `file` in it, and return the exit code after it was closed."""
    _begin_log()
    # As an argument: setting it from here would load all of `QStyle` before the first picture.
    application = QApplication([sys.argv[0], "-style", "Fusion", *arguments])
    application.setApplicationName("QuartierDesk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("quartierdesk")
    first = FirstInstance(application)
    if not first.claim(file):
        return 0
    window = Window(application)
    window.main.painted.connect(first.listen)
    _catch_mistakes(window)
    first.called.connect(lambda path: _come_forward(window, path))
    window.show(file, welcome=is_first_start())
    _fit_on_screen(window.main)
    code = application.exec()
    first.close()
    window.close()
    return code


def draw_once(target: Path) -> None:
    """Save a picture of the window as it starts to `target`, and end; nothing is opened in it."""
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    window = Window(application)
    window.main.painted.connect(application.quit)
    window.main.show()
    application.exec()
    window.main.grab().save(str(target))
    window.close()


def _come_forward(window: Window, path: str) -> None:
    window.main.setWindowState(window.main.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
    window.main.raise_()
    window.main.activateWindow()
    if path:
        window.main.files.open(Path(path))


def _fit_on_screen(window: MainWindow) -> None:
    """Use the whole screen where the usual size, with the frame around it, would not fit."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry().size()
    if room.width() < frame.width() or room.height() < max(frame.height(), window.height()):
        window.showMaximized()
    elif room.height() < window.height() + _HIGHEST_TITLE:
        title = window.style().pixelMetric(QtWidgets.QStyle.PixelMetric.PM_TitleBarHeight)
        if room.height() < window.height() + title:
            window.showMaximized()


def _opened_last(recent: Sequence[str]) -> Path | None:
    return next((Path(path) for path in recent[:1] if Path(path).is_file()), None)


def _begin_log() -> None:
    """Write to a log that holds where mistakes happened, never what citizens said."""
    try:
        config_folder().mkdir(parents=True, exist_ok=True)
        place = config_folder() / "quartierdesk.log"
        if place.exists() and place.stat().st_size > _LOG_BYTES:
            place.replace(place.with_suffix(".log.1"))
        handler: logging.Handler = logging.FileHandler(place, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def _catch_mistakes(window: Window) -> None:
    """Show what goes wrong in the window itself, instead of going on as if nothing had happened."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, window.main.close)
            return
        report = report_of(error.with_traceback(trace))
        logging.error("Ein Fehler im Fenster.\n%s", report)
        window.ops.crashed.emit(report)

    sys.excepthook = hook
