"""The diagrams of a protocol as pictures: the same drawings that the PDF has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quartierdesk.domain.protocol import Figure, Protocol
from quartierdesk.domain.text import fold
from quartierdesk.errors import UserError
from quartierdesk.files import atomic_write, not_writable

_DOTS_PER_POINT = 300 / 72
BEFORE_ZERO = 3.0
"""Points at the left of the line at zero in a diagram beside a table."""


def figures(protocol: Protocol) -> Iterator[Figure]:
    """Yield the diagrams of all sections in their order."""
    for section in protocol.sections:
        yield from (block for block in section.blocks if isinstance(block, Figure))


@dataclass(frozen=True, slots=True)
class Beside:
    """Where a diagram stands on screen: beside a table with rows so high, in these colours.

    Lengths are in points. `colours` are „#RRGGBB“ by the roles of print, `hatched` for second
    bars instead of a tint. `tie` is what is said of rows with equal values.
    """

    width: float
    row: float
    colours: Mapping[str, str]
    hatched: bool = False
    tie: str = ""


def beside_table(figure: Figure, place: Beside) -> str:
    """Return the diagram of a table for the screen as SVG; it is drawn as on paper."""
    from quartierdesk.exports.charts import draw_beside, to_svg
    from quartierdesk.exports.inks import Inks

    colours = Inks(**place.colours, black=place.hatched)
    return to_svg(
        draw_beside(figure, (place.width, place.row, BEFORE_ZERO), colours, place.tie), colours
    )


@dataclass(frozen=True, slots=True)
class Saved:
    """A picture that was written, and the words for those who cannot see it."""

    path: Path
    alt_text: str


def save(protocol: Protocol, folder: Path, *, black: bool = False) -> list[Saved]:
    """Write each diagram into a folder, as PNG with 300 dots per inch and as SVG.

    The folder is made if only the last part of its path is missing. Raises `UserError` when there
    is no diagram, or a file cannot be written.
    """
    from quartierdesk.exports.charts import draw_figure, to_png, to_svg
    from quartierdesk.exports.inks import inks

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise not_writable(folder / "Diagramm", error) from error
    saved = []
    for number, figure in enumerate(figures(protocol), start=1):
        drawing = draw_figure(figure, colours=inks(black))
        name = f"{number:02d} {_file_name(figure.title)}"
        for ending, data in (
            ("png", to_png(drawing, _DOTS_PER_POINT)),
            ("svg", to_svg(drawing).encode()),
        ):
            path = folder / f"{name}.{ending}"
            with atomic_write(path) as stream:
                stream.write(data)
            saved.append(Saved(path, figure.alt_text))
    if not saved:
        raise UserError(
            "In diesem Protokoll gibt es kein Diagramm.",
            "Diagramme entstehen aus Abfragen, Stimmungsbildern und Schätzungen.",
        )
    return saved


def _file_name(title: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in fold(title)).split()
    return "-".join(words)[:60] or "diagramm"
