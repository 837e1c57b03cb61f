"""Sections of the protocol as lines of text for a terminal."""

from collections.abc import Iterable, Iterator

from quartierdesk.domain.protocol import (
    NUMBERS,
    CellValue,
    Column,
    Figure,
    Paragraph,
    Section,
    Table,
    cell_text,
)

_GAP = "  "


def section_lines(section: Section) -> Iterator[str]:
    """Yield a section: headings, paragraphs and tables; figures repeat what the tables say."""
    yield section.title
    for block in section.sheet_blocks:
        if isinstance(block, Figure):
            continue
        is_heading = isinstance(block, Table) or block.style in ("lead", "heading")
        if is_heading:
            yield ""
        if isinstance(block, Paragraph):
            yield from block.plain.splitlines()
        else:
            yield from _table_lines(block)


def _table_lines(table: Table) -> Iterator[str]:
    cells = [
        [_text(value, column) for value, column in zip(row, table.columns, strict=True)]
        for row in (*table.rows, *table.sums)
    ]
    titles = [column.title for column in table.columns]
    widths = [max(map(len, column)) for column in zip(titles, *cells, strict=True)]
    yield f"{table.title}:"
    lines = cells if table.purpose in ("facts", "numbers") else [titles, *cells]
    for line in lines:
        yield _aligned(line, widths, table.columns)
    if table.note:
        yield table.note


def _aligned(cells: Iterable[str], widths: Iterable[int], columns: Iterable[Column]) -> str:
    padded = (
        cell.rjust(width) if column.kind in NUMBERS else cell.ljust(width)
        for cell, width, column in zip(cells, widths, columns, strict=True)
    )
    return f"{_GAP}{_GAP.join(padded)}".rstrip()


def _text(value: CellValue, column: Column) -> str:
    shown = cell_text(value, column)
    return " ".join(shown.split()) if isinstance(value, str) else shown
