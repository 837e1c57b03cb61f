"""What was said, table by table: minutes wording, original wording, place, dots."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from quartierdesk.domain.edition import WITHHELD
from quartierdesk.domain.protocol import Row, Section, Table
from quartierdesk.domain.text import same_words, spoken
from quartierdesk.exports.charts.signs import field_sign
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.grid import INSET, MEASURE, Ornament
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.signs import dissent_words, kind_words
from quartierdesk.exports.pdf.documents.tables import (
    UNKNOWN,
    Shown,
    print_table,
    reader,
    value_reader,
)
from quartierdesk.exports.pdf.measures import MARGIN, TEXT

_PROTECTED = "Wortlaut zum Schutz der Person nicht abgedruckt."
_TABLE_DOTS = (
    "Tischpunkte gelten nur innerhalb des Tisches und werden nicht zu den Plenumspunkten gezählt."
)
_STORED = "› Themenspeicher"
_LOOSE = "Ohne Tisch"
_NO_FIELD = "Ohne Handlungsfeld"
_WIDTHS = {"label": 36.0, "kind": 66.0, "place": 79.0, "dots": 38.4}
_WIDEST_LABEL = 54.0


@dataclass(frozen=True, slots=True)
class _Group:
    """Contributions under one heading; `aside` stands in the margin, `badge` names a field."""

    title: str
    aside: str
    note: str
    badge: str
    rows: tuple[Row, ...]


def results(press: Press, section: Section, label: str) -> list[Block]:
    """Return the contributions of each table, else of each action field."""
    listed = section.table("Beitraege")
    if listed is None:
        return []
    blocks: list[Block] = []
    for group in _groups(press, listed):
        blocks += _head(press, group)
        blocks.append(_contributions(press, replace(listed, rows=group.rows, title=group.title)))
    return blocks


def first_running(press: Press, section: Section) -> str:
    """Return what the head of the first page of the results says, „“ for other sections."""
    listed = section.table("Beitraege")
    first = next(iter(_groups(press, listed)), None) if listed else None
    return _running(first) if first else ""


def _running(group: _Group) -> str:
    return " · ".join(filter(None, ("Ergebnisse", group.aside or group.title)))


def _groups(press: Press, listed: Table) -> Iterable[_Group]:
    read = reader(listed)
    key = "table" if listed.has("table") else "field"
    parts: dict[str, list[Row]] = {}
    for row in listed.rows:
        parts.setdefault(read(row, key), []).append(row)
    topics = _topics(press)
    for name, rows in parts.items():
        counted = f"{len(rows)} {'Beiträge' if len(rows) > 1 else 'Beitrag'}"
        if key == "field":
            yield _Group(name or _NO_FIELD, "", counted, name, tuple(rows))
            continue
        topic, field, seats, dots = topics.get(name, ("", "", "", ""))
        people = f"{seats} Plätze" if seats else ""
        placed = f"{dots} Tischpunkte geklebt. {_TABLE_DOTS}" if dots else ""
        note = " · ".join(filter(None, (counted, people, placed)))
        title = topic or (f"Tisch {name}" if name else _LOOSE)
        yield _Group(title, f"Tisch {name}" if name and topic else "", note, field, tuple(rows))


def _topics(press: Press) -> dict[str, tuple[str, str, str, str]]:
    """Return topic, field, seats and dots of each table by its number."""
    section = press.protocol.section("tables")
    table = section.table("Tische") if section else None
    if table is None:
        return {}
    read = reader(table)
    return {
        read(row, "number"): (
            read(row, "topic"),
            read(row, "field"),
            read(row, "seats"),
            read(row, "dots"),
        )
        for row in table.rows
    }


def _head(press: Press, group: _Group) -> list[Block]:
    title = Heading(group.title, 2, type_scale.H2, running=_running(group))
    mark = press.protocol.mark("field", group.badge)
    aside: list[Block] = []
    if mark:
        sign = Ornament(field_sign(mark, press.inks, 8.0, below=9.0))
        words = Text(group.aside or mark.short, type_scale.H2)
        aside = [Beside((Place(0.0, 20.0, sign), Place(23.0, MARGIN - 23.0, words)))]
    elif group.aside:
        aside = [Text(group.aside, type_scale.H2)]
    first = Beside(
        (Place(0.0, MARGIN, Stack(tuple(aside))), Place(INSET, TEXT, Stack((title,)))),
        Spacing(before=21, keep=True),
    )
    note = Beside(
        (Place(INSET, TEXT, Text(group.note, type_scale.SMALL)),),
        Spacing(before=3, after=8, keep=True),
    )
    return [first, note]


def _contributions(press: Press, group: Table) -> Block:
    read, value = reader(group), value_reader(group)
    has_places = any(read(row, "place") for row in group.rows)
    has_kinds = any(read(row, "kind") or value(row, "dissent") is True for row in group.rows)

    def number(row: Row) -> CellContent:
        times = value(row, "mentions")
        words = [Words(read(row, "label"), type_scale.CELL_BOLD)]
        if isinstance(times, int) and times > 1:
            words.append(Words(f"×{times}", type_scale.CELL_BOLD))
        return Cell(tuple(words))

    @cache
    def words_of(name: str) -> Words:
        return kind_words(press, name)

    def kind(row: Row) -> CellContent:
        words = [words_of(read(row, "kind"))]
        if value(row, "dissent") is True:
            words.append(dissent_words(press))
        return Cell(tuple(words))

    def place(row: Row) -> CellContent:
        return read(row, "place") or UNKNOWN

    def dots(row: Row) -> CellContent:
        count = read(row, "dots")
        style = type_scale.CELL if count in ("", "0") else type_scale.CELL_BOLD
        return Cell((Words(count or UNKNOWN, style),), align="right")

    longest = max(press.width(read(row, "label"), type_scale.CELL_BOLD) for row in group.rows)
    shown = [
        Shown("label", "Nr.", min(max(_WIDTHS["label"], longest + 9), _WIDEST_LABEL), make=number),
        *([Shown("kind", "Art", _WIDTHS["kind"], make=kind)] if has_kinds else []),
        Shown("words", _words_title(group), make=_words(group)),
        *([Shown("place", "Ort", _WIDTHS["place"], make=place)] if has_places else []),
        *([Shown("dots", "Punkte", _WIDTHS["dots"], make=dots)] if group.has("dots") else []),
    ]
    return print_table(group, shown, MEASURE, look=type_scale.TEXT_TABLE)


def _words_title(group: Table) -> str:
    read = reader(group)
    pairs = [(read(row, "minutes"), read(row, "original")) for row in group.rows]
    both = any(m and o and o != WITHHELD and not same_words(m, o) for m, o in pairs)
    return "Beitrag, darunter kursiv der Wortlaut" if both else "Beitrag"


def _words(group: Table) -> Callable[[Row], CellContent]:
    read, value = reader(group), value_reader(group)

    def make(row: Row) -> CellContent:
        minutes, original = read(row, "minutes"), read(row, "original")
        words: list[Words] = []
        if read(row, "title"):
            words.append(Words(read(row, "title"), type_scale.CELL_BOLD))
        if original == WITHHELD:
            words += [Words(minutes)] if minutes else []
            words.append(Words(_PROTECTED, type_scale.SMALL, above=1.5))
        elif minutes and not same_words(minutes, original):
            words.append(Words(minutes))
            words.append(Words(f"„{spoken(original)}“", type_scale.VOICE, above=1.5))
        else:
            words.append(Words(f"„{spoken(original)}“", type_scale.VOICE))
        if value(row, "stored") is True:
            words.append(Words(_STORED, type_scale.SMALL, above=0.5))
        return Cell(tuple(words))

    return make
