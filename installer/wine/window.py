"""The window of the installed program on a screen: opened by its file, written into, closed."""

import re
import time
from pathlib import Path

from installer.project import BuildError
from installer.wine.bottle import Bottle, of_windows
from installer.wine.installed import require_that, wait_until
from installer.wine.screen import HEIGHT, WIDTH, press, take_picture, type_text

_TELLER = Path(__file__).parent / "material/windows.py"
_WORKSPACE = "Hörlesbach.quartier"
_TITLE = "Hörlesbach – QuartierDesk"
_OPENING = "HKCU\\Software\\Classes\\QuartierDesk.Workspace\\shell\\open\\command"
_SAID = "Eine Dorfbank, auf Windows getippt"
_SETTLED_S = 6


def give_a_desktop(bottle: Bottle) -> None:
    """Let all windows be on one desktop with the frames that wine draws, as on a laptop."""
    explorer = "HKCU\\Software\\Wine\\Explorer"
    size = f"{WIDTH}x{HEIGHT}"
    bottle.must("reg", "add", explorer, "/v", "Desktop", "/d", "Default", "/f")
    bottle.must("reg", "add", f"{explorer}\\Desktops", "/v", "Default", "/d", size, "/f")


def command_for_files(bottle: Bottle) -> list[str]:
    """Return what Windows starts when somebody opens a workspace, its name left out.

    wine 8 does not look at what one person has registered, so it cannot be asked to open the file.
    """
    told = bottle.must("reg", "query", _OPENING, "/ve")
    found = re.search(r'"([^"]+)" "%1"', told)
    if found is None:
        raise BuildError("Werkstätten sind mit keinem Programm verknüpft.")
    return [found[1]]


class Desk:
    """What a person sees and does at the screen; `python` is the interpreter of the trial."""

    def __init__(self, bottle: Bottle, python: Path) -> None:
        self.bottle = bottle
        self._python = python

    def titles(self) -> list[str]:
        """Return the titles of the open windows."""
        printing = {"PYTHONIOENCODING": "utf-8"}
        return self.bottle.must(self._python, _TELLER, variables=printing).splitlines()

    def wait_for(self, title: str) -> None:
        """Wait until a window with this title is there and has drawn itself."""
        wait_until(
            lambda: any(title in each for each in self.titles()),
            f"Das Fenster „{title}“ ist nicht erschienen.",
        )
        time.sleep(_SETTLED_S)

    def close(self, title: str) -> None:
        """Ask a window to close, as a click on its cross would."""
        self.bottle.must(self._python, _TELLER, title)


def show_set_up(desk: Desk, setup: Path, pictures: Path) -> None:
    """Take a picture of the first page of the set-up and leave it again."""
    opened = desk.bottle.begin([of_windows(setup)], setup.parent)
    desk.wait_for("QuartierDesk")
    take_picture(desk.bottle.display, pictures / "windows-einrichtung.png")
    press(desk.bottle.display, "Escape")
    opened.wait(timeout=60)


def look_at(desk: Desk, program: Path, picture: Path) -> None:
    """Start the program as somebody who has just got it, take a picture and close it."""
    opened = desk.bottle.begin([of_windows(program / "QuartierDesk.exe")], program)
    desk.wait_for("QuartierDesk")
    take_picture(desk.bottle.display, picture)

    def is_closed() -> bool:
        for title in ("Willkommen", "QuartierDesk"):  # the very first start asks something
            desk.close(title)
        return opened.poll() is not None

    wait_until(is_closed, "Das Fenster lässt sich nicht schließen.")
    require_that(opened.returncode == 0, "Das Fenster ist nicht ordentlich zu Ende gegangen.")


def write_in_the_window(desk: Desk, program: Path, picture: Path) -> None:
    """Open a workspace by a double click, capture a sentence, start again, close, look it up."""
    bottle = desk.bottle
    folder = bottle.home / "Documents"
    command_line = of_windows(program / "quartierdesk-cli.exe")
    bottle.must(command_line, "demo", _WORKSPACE, folder=folder)
    answered = bottle.home / "AppData/Roaming/QuartierDesk/settings.json"
    answered.write_text("{}", "utf-8")  # as after the questions of the very first start
    file = of_windows(folder / _WORKSPACE)
    opened = bottle.begin([*command_for_files(bottle), file], folder)
    desk.wait_for(_TITLE)
    press(bottle.display, "ctrl+2")
    time.sleep(_SETTLED_S)
    type_text(bottle.display, _SAID)
    press(bottle.display, "Return")
    time.sleep(_SETTLED_S)
    take_picture(bottle.display, picture)
    again = bottle.run(of_windows(program / "QuartierDesk.exe"))
    require_that(again.code == 0, "Ein zweiter Start findet das offene Fenster nicht.")
    require_that(
        [each for each in desk.titles() if "QuartierDesk" in each] == [_TITLE],
        "Ein zweiter Start öffnet ein zweites Fenster.",
    )
    desk.close(_TITLE)
    if code := opened.wait(timeout=60):
        raise BuildError(f"Das Fenster ist nicht ordentlich zu Ende gegangen ({code}).")
    found = bottle.must(command_line, "search", _WORKSPACE, "Dorfbank", folder=folder)
    require_that(_SAID in found, "Was im Fenster erfasst wurde, steht nicht in der Datei.")
