"""Sections of the protocol as lines of text for a terminal."""

from collections.abc import Iterable, Iterator

from quartierdesk.domain.cell_wording import as_shown
from quartierdesk.domain.protocol import CellValue, Column, Figure, Paragraph, Section, Table

_NUMBERS = frozenset({"integer", "suppressed_integer", "decimal", "percent", "euro"})
_GAP = "  "


def section_lines(section: Section) -> Iterator[str]:
    """Yield a section: headings, paragraphs and tables; figures repeat what the tables say."""
    yield section.title
    for block in section.blocks:
        if isinstance(block, Figure):
            continue
        is_heading = isinstance(block, Table) or block.style in ("lead", "heading")
        if is_heading:
            yield ""
        if isinstance(block, Paragraph):
            yield from block.text.splitlines()
        else:
            yield from _table_lines(block)


def _table_lines(table: Table) -> Iterator[str]:
    cells = [
        [_text(value, column) for value, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]
    titles = [column.title for column in table.columns]
    widths = [max(map(len, column)) for column in zip(titles, *cells, strict=True)]
    yield f"{table.title}:"
    lines = cells if table.purpose == "facts" else [titles, *cells]
    for line in lines:
        yield _aligned(line, widths, table.columns)
    if table.note:
        yield table.note


def _aligned(cells: Iterable[str], widths: Iterable[int], columns: Iterable[Column]) -> str:
    padded = (
        cell.rjust(width) if column.kind in _NUMBERS else cell.ljust(width)
        for cell, width, column in zip(cells, widths, columns, strict=True)
    )
    return f"{_GAP}{_GAP.join(padded)}".rstrip()


def _text(value: CellValue, column: Column) -> str:
    return " ".join(value.split()) if isinstance(value, str) else as_shown(value, column)
