"""The fonts that come with the program."""

from PySide6.QtGui import QFontDatabase

from quartierdesk.paths import resources

_AT_ONCE = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def load_first() -> None:
    """Load what the first picture of the window needs."""
    for name in _AT_ONCE:
        _load(name)


def load_rest() -> None:
    """Load slanted letters, other scripts and signs."""
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        if file.name not in _AT_ONCE:
            _load(file.name)


def _load(name: str) -> None:
    if QFontDatabase.addApplicationFont(str(resources() / "fonts" / name)) < 0:
        raise RuntimeError(f"the font {name} cannot be loaded")
