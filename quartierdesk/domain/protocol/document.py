"""The protocol as one frozen value."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from quartierdesk.domain.protocol.figures import Figure
from quartierdesk.domain.protocol.parts import (
    Cover,
    Mark,
    Paragraph,
    Picture,
    Profile,
    RunningLines,
    Surface,
)
from quartierdesk.domain.protocol.settings import Length
from quartierdesk.domain.protocol.tables import MarkKind, Table
from quartierdesk.domain.record import Edition

Block = Paragraph | Table | Figure | Picture | Profile
SheetBlock = Paragraph | Table | Figure
_PRINTED_ONLY = (Picture, Profile)


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter; `key` says which one it is whatever its title.

    `heading` is the title a reader meets in print, where it may be a question or a sentence.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    heading: str = ""

    @property
    def sheet_blocks(self) -> tuple[SheetBlock, ...]:
        """Return the blocks for a sheet: what pictures and profiles say stands in tables too."""
        shown = (block for block in self.blocks if not isinstance(block, _PRINTED_ONLY))
        return tuple(block for block in shown if not _is_for(block, "paper"))

    @property
    def paper_blocks(self) -> tuple[Block, ...]:
        """Return the blocks for paper: texts about the words of the workbook are none of it."""
        return tuple(block for block in self.blocks if not _is_for(block, "sheets"))

    def table(self, name: str) -> Table | None:
        """Return the table with this name, None where there is none."""
        tables = (block for block in self.blocks if isinstance(block, Table))
        return next((table for table in tables if table.name == name), None)


def _is_for(block: Block, surface: Surface) -> bool:
    return isinstance(block, Paragraph) and block.surface == surface


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol of one workshop in one edition, ready to be shown; `as_of` is its day.

    ValueError: two tables have the same name, or a figure shows a table or column that is not in
    its section.
    """

    title: str
    subtitle: str
    municipality: str
    edition: Edition
    sections: tuple[Section, ...]
    length: Length = "documentation"
    language: str = "de-DE"
    cover: Cover | None = None
    running: RunningLines = field(default_factory=RunningLines)
    marks: tuple[Mark, ...] = ()
    as_of: date | None = None

    def __post_init__(self) -> None:
        names: Counter[str] = Counter()
        for section in self.sections:
            own = [block for block in section.blocks if isinstance(block, Table)]
            names.update(table.name.casefold() for table in own)
            tables = {table.name: table for table in own}
            for block in section.blocks:
                if isinstance(block, Figure):
                    _check_figure(block, tables.get(block.table_name))
        if any(times > 1 for times in names.values()):
            raise ValueError(f"tables of the same name: {names}")

    def section(self, key: str) -> Section | None:
        """Return the section with this key, None where there is none."""
        return next((section for section in self.sections if section.key == key), None)

    def mark(self, kind: MarkKind, name: str) -> Mark | None:
        """Return the mark of what is called `name`, None where it has none."""
        return next((mark for mark in self.marks if (mark.kind, mark.name) == (kind, name)), None)


def _check_figure(figure: Figure, table: Table | None) -> None:
    wanted = {figure.category_column, *(series.column for series in figure.series)}
    if table is None or not wanted <= {column.key for column in table.columns}:
        raise ValueError(f"{figure.title}: there is no table for this figure")
    bars = len(figure.categories)
    if bars > len(table.rows) or any(len(series.values) != bars for series in figure.series):
        raise ValueError(f"{figure.title}: the number of bars does not fit")
