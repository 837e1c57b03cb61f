"""What is different between two states of one protocol, section by section."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from quartierdesk.domain.protocol.document import Protocol, Section
from quartierdesk.domain.protocol.parts import CHANGES_LABEL, Cover, Paragraph
from quartierdesk.domain.protocol.tables import CellValue, Table

_COVER = "Deckblatt"

Line = tuple[tuple[str, CellValue], ...]
"""A row of a table: its filled cells with the keys of their columns."""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that reads differently: how many lines of its tables are new, gone, changed.

    A section with no such lines has other words, or another picture.
    """

    title: str
    kind: Literal["new", "gone", "changed"] = "changed"
    added: int = 0
    removed: int = 0
    changed: int = 0

    @property
    def in_words(self) -> str:
        """Return it in German: „Maßnahmenplan: 1 Eintrag neu, 2 geändert“."""
        if self.kind != "changed":
            return f"{self.title}: {'neu' if self.kind == 'new' else 'entfallen'}"
        counts = ((self.added, "neu"), (self.changed, "geändert"), (self.removed, "entfallen"))
        told = [(number, word) for number, word in counts if number]
        if not told:
            return f"{self.title}: anderer Text"
        number, word = told[0]
        first = f"{number} {'Eintrag' if number == 1 else 'Einträge'} {word}"
        return f"{self.title}: " + ", ".join([first, *(f"{n} {word}" for n, word in told[1:])])


def differences(before: Protocol, after: Protocol) -> tuple[SectionChange, ...]:
    """Return what is different in `after`, in its order; sections that are gone come last.

    That one is a draft and the other is not, and on which day each was made, is no difference.
    """
    return tuple(_differences(before, after))


def _differences(before: Protocol, after: Protocol) -> Iterator[SectionChange]:
    if _plain(before.cover) != _plain(after.cover):
        yield SectionChange(_COVER)
    old = {section.key: section for section in before.sections}
    for section in after.sections:
        if section.key not in old:
            yield SectionChange(section.title, "new")
        elif (change := _change(old[section.key], section)) is not None:
            yield change
    known = {section.key for section in after.sections}
    yield from (SectionChange(s.title, "gone") for s in before.sections if s.key not in known)


def _plain(cover: Cover | None) -> Cover | None:
    if cover is None:
        return None
    return replace(cover, edition="", state="", is_draft=False, dots=None)


def _change(before: Section, after: Section) -> SectionChange | None:
    tables = {table.name: table for table in _tables(before)}
    later = {table.name: table for table in _tables(after)}
    added = removed = changed = 0
    for name in dict.fromkeys([*tables, *later]):
        more, less, other = _lines(tables.get(name), later.get(name))
        added, removed, changed = added + more, removed + less, changed + other
    if added or removed or changed or _words(before) != _words(after):
        return SectionChange(after.title, "changed", added, removed, changed)
    return None


def _lines(before: Table | None, after: Table | None) -> tuple[int, int, int]:
    """Return how many lines are new, gone and changed; a line is known by its first cell."""
    old, new = _by_name(before), _by_name(after)
    if old is not None and new is not None:
        changed = sum(old[name] != line for name, line in new.items() if name in old)
        return len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed
    was, now = Counter(_all(before)), Counter(_all(after))
    more, less = (now - was).total(), (was - now).total()
    changed = min(more, less)
    return more - changed, less - changed, changed


def _by_name(table: Table | None) -> Mapping[CellValue, Line] | None:
    """Return the lines by their first cells, None where those are not names of their own."""
    if table is None:
        return {}
    named = {row[0]: _line(table, row) for row in table.rows}
    return named if len(named) == len(table.rows) else None


def _all(table: Table | None) -> Iterable[Line]:
    return (_line(table, row) for row in table.rows) if table is not None else ()


def _line(table: Table, row: tuple[CellValue, ...]) -> Line:
    pairs = zip(table.columns, row, strict=True)
    return tuple((column.key, cell) for column, cell in pairs if cell not in (None, ""))


def _tables(section: Section) -> Iterator[Table]:
    return (block for block in section.blocks if isinstance(block, Table))


def _words(section: Section) -> tuple[str, ...]:
    paragraphs = (block for block in section.blocks if isinstance(block, Paragraph))
    texts = (each.plain for each in paragraphs if each.label != CHANGES_LABEL)
    return (section.heading, *texts)
