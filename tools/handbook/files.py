"""What is read and what is written: the texts, their order, the two files, what they were made of.

Both files lie in `resources/help` and are shipped. Each carries a fingerprint of everything it was
made of, so that a test can say when it is out of date, on whatever machine it was made.
"""

import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from quartierdesk import __version__
from quartierdesk.exports.inks import COLOUR
from quartierdesk.exports.pdf.composing import Part, compose
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.setting.styles import plain
from tools.handbook.book import Chapter, chapter, handbook
from tools.handbook.card import quick_card
from tools.handbook.markdown import Listing, Shot

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
HANDBOOK, CARD = HELP / "Handbuch.pdf", HELP / "Kurzkarte.pdf"
FRONT, CARD_TEXT = HELP / "handbook.md", HELP / "quick_card.md"
_RELEASED = re.compile(r"^## \S+ – (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be: where it goes, its pages, what it says of itself, what it is made of."""

    target: Path
    parts: Sequence[Part]
    about: About
    fingerprint: str


class PrintError(Exception):
    """A paper cannot be made as it is meant to be; the text says why."""


def released() -> date:
    """Return the day of the newest version in the change log."""
    found = _RELEASED.search((ROOT / "CHANGELOG.md").read_text("utf-8"))
    if not found:
        raise PrintError("In CHANGELOG.md steht keine Fassung mit Datum.")
    return date.fromisoformat(found[1])


def chapter_files() -> list[Path]:
    """Return the texts of the chapters in the order of the book."""
    listed = [piece for piece in chapter(FRONT).pieces if isinstance(piece, Listing)]
    keys = [item[0].link.removeprefix("#") for item in listed[0].items]
    return [HELP / f"{key}.md" for key in keys]


def papers() -> list[Paper]:
    """Return the handbook and the card; they say they were made on the day of the version."""
    day = released()
    front, texts = chapter(FRONT), chapter_files()
    chapters = [chapter(path) for path in texts]
    shots = sorted({s.file for c in (front, *chapters) for s in c.pieces if isinstance(s, Shot)})
    sources = [FRONT, *texts, *(HELP / name for name in shots)]
    card = chapter(CARD_TEXT)
    return [
        _paper(HANDBOOK, handbook(HELP, front, chapters, __version__), front, sources, day),
        _paper(CARD, [quick_card(card, __version__)], card, [CARD_TEXT], day),
    ]


def _paper(
    target: Path, parts: Sequence[Part], text: Chapter, sources: Iterable[Path], day: date
) -> Paper:
    mark = fingerprint(sources)
    about = About(
        title=f"QuartierDesk {__version__}: {plain(text.title)}",
        author="QuartierDesk-Projekt",
        moment=datetime.combine(day, time(), UTC),
        keywords=mark,
    )
    return Paper(target, parts, about, mark)


def fingerprint(sources: Iterable[Path]) -> str:
    """Return what tells one state of the sources and the version from another."""
    digest = hashlib.sha256(__version__.encode())
    for path in sources:
        data = path.read_bytes()
        if path.suffix == ".md":
            data = data.replace(b"\r\n", b"\n")
        digest.update(f"\0{path.name}\0".encode() + data)
    return f"Stand {digest.hexdigest()[:16]}"


def printed(paper: Paper) -> bytes:
    """Return the file. Raises `PrintError` for a character no font has."""
    stream = io.BytesIO()
    result = compose(paper.parts, paper.about, stream, COLOUR)
    if result.missing:
        raise PrintError(f"{paper.target.name}: keine Schrift zeigt {sorted(result.missing)}")
    if paper.target == CARD and result.pages != 1:
        raise PrintError(f"Die Kurzkarte braucht {result.pages} Seiten; sie muss auf eine passen.")
    return stream.getvalue()
