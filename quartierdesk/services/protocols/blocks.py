"""Sections and tables without empty parts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from quartierdesk.domain.protocol import (
    SECTION_TITLES,
    Block,
    CellValue,
    Column,
    Paragraph,
    Purpose,
    Row,
    Section,
    Table,
)
from quartierdesk.domain.rounding import german

HUNDRED = Decimal(100)
_BLANKS = re.compile(r"[ \t\r\n]+")  # those that a line may break at


class Rule(NamedTuple):
    """By which rule people weighted: in a nutshell, and what it means in sentences."""

    strong: str
    text: str


def section(key: str, blocks: Iterable[Block | None], heading: str = "") -> Section | None:
    """Return a section of the blocks that are there, None if there is nothing."""
    present = tuple(block for block in blocks if block is not None)
    return Section(key, SECTION_TITLES[key], present, heading) if present else None


def table(
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    note: str = "",
    purpose: Purpose = "list",
) -> Table | None:
    """Return a table without the columns that are empty in every row; None without rows.

    The first column, columns of suppressed values and those to fill in always stay.
    """
    given = tuple(rows)
    if not given:
        return None
    used = [
        at
        for at, column in enumerate(columns)
        if at == 0
        or column.fill_in
        or column.kind.startswith("suppressed")
        or any(row[at] not in (None, "") for row in given)
    ]
    if len(used) < len(columns):
        given = tuple(tuple(row[at] for at in used) for row in given)
    return Table(name, title, tuple(columns[at] for at in used), given, note, purpose)


def summed(unsummed: Table | None, sums: Mapping[str, CellValue]) -> Table | None:
    """Return a table with one more row of sums below the others, its cells by column key."""
    if unsummed is None:
        return None
    row = tuple(sums.get(column.key) for column in unsummed.columns)
    return replace(unsummed, sums=(*unsummed.sums, row))


def facts(name: str, title: str, pairs: Iterable[tuple[str, str]]) -> Table | None:
    """Return what is known, one line each; what is empty is left out."""
    columns = (Column("what", "Angabe", width=24), Column("value", "Wert", width=60))
    return table(name, title, columns, [pair for pair in pairs if pair[1]], purpose="facts")


def figures(name: str, title: str, pairs: Iterable[tuple[int | None, str]]) -> Table | None:
    """Return numbers with what they count; unknown ones are left out."""
    columns = (Column("count", "Anzahl", "integer"), Column("what", "Was", width=60))
    return table(name, title, columns, [p for p in pairs if p[0] is not None], purpose="numbers")


def paragraph(text: str, label: str = "") -> Paragraph | None:
    """Return a paragraph about `label`, None without text."""
    return Paragraph(text, label=label) if text else None


def listing(items: Iterable[str], label: str) -> Paragraph | None:
    """Return a list of short texts about `label`, None without any."""
    text = "\n".join(_BLANKS.sub(" ", item).strip() for item in items)
    return Paragraph(text, "list", label) if text else None


def percent_note(shares: Iterable[Decimal | None]) -> str:
    """Return the footnote for rounded shares that do not add up to 100,0, else „“."""
    total = rounded_total(shares)
    return f"Die gerundeten Anteile ergeben zusammen {total}." if total else ""


def rounded_total(shares: Iterable[Decimal | None]) -> str:
    """Return what rounded shares add up to („99,9 %“), „“ if that is 100,0."""
    given = [share for share in shares if share is not None]
    total = sum(given, Decimal(0))
    return f"{german(total)}\u00a0%" if given and total != HUNDRED else ""


def sentences(*parts: str) -> str:
    """Return sentences one after the other, empty ones left out."""
    return " ".join(part for part in parts if part)
