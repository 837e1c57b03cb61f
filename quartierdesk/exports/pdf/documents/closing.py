"""What comes after: idea store, offers, answers, dates, distribution, signatures, small print."""

from collections.abc import Sequence
from dataclasses import replace

from quartierdesk.domain.protocol import (
    CHANGES_LABEL,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
)
from quartierdesk.exports.charts.signs import kind_sign
from quartierdesk.exports.pdf import type_scale
from quartierdesk.exports.pdf.blocks.arrangements import Beside, Place
from quartierdesk.exports.pdf.blocks.block import Block, Spacing, Stack
from quartierdesk.exports.pdf.blocks.cells import Cell, CellContent, Words
from quartierdesk.exports.pdf.blocks.pictures import PhotoBlock
from quartierdesk.exports.pdf.blocks.text import Heading
from quartierdesk.exports.pdf.blocks.text import Paragraph as Text
from quartierdesk.exports.pdf.documents.grid import (
    AFTER_TEXT,
    MEASURE,
    NEW_SECTION,
    Ornament,
    Placed,
    Rule,
    Spot,
    labelled,
)
from quartierdesk.exports.pdf.documents.press import Press
from quartierdesk.exports.pdf.documents.signs import dissent_words
from quartierdesk.exports.pdf.documents.tables import (
    UNKNOWN,
    Shown,
    plain_table,
    print_table,
    reader,
    value_reader,
)
from quartierdesk.exports.pdf.documents.texts import running_text
from quartierdesk.exports.pdf.measures import GUTTER, TEXT

_NO_NAMES = "Namen stehen nur in der internen Kontaktliste."
_NO_ALT_TEXT = "Foto ohne Beschreibung"
_LINE_GAP = 18.0
_WHERE_AND_WHEN, _AFTER_LABEL = "Ort, Datum", 6.0
_FEW_LETTERS = 20
_ABOVE_LIST = Spacing(before=21, after=5, keep=True)
_PICTURE_HEIGHT = 190.0


def idea_store(press: Press, section: Section, label: str) -> list[Block]:
    """Return what went into the idea store or has to be clarified."""
    listed = section.table("Themenspeicher")
    if listed is None:
        return []
    read, value = reader(listed), value_reader(listed)

    def concern(row: Row) -> CellContent:
        words = [Words(read(row, "wording"))]
        if value(row, "unclear") is True:
            words.append(Words("Klärungsbedarf", type_scale.SMALL))
        if read(row, "note"):
            words.append(Words(read(row, "note"), type_scale.SMALL))
        if value(row, "dissent") is True:
            words.append(dissent_words(press))
        return Cell(tuple(words))

    shown = (
        Shown("label", "Nr.", 44, bold=True),
        Shown("concern", "Anliegen", make=concern),
        Shown("place", "Ort", 90, missing=UNKNOWN),
    )
    table = print_table(listed, shown, TEXT, look=type_scale.TEXT_TABLE)
    return [labelled(label, [table])]


def offers(press: Press, section: Section, label: str) -> list[Block]:
    """Return who offered what, each with the sign of an offer."""
    listed = section.table("Angebote")
    if listed is None:
        return []
    read = reader(listed)
    mark = next((m for m in press.protocol.marks if m.shape == "plus"), None)
    rows: list[Block] = []
    for row in listed.rows:
        number = Text(read(row, "label"), type_scale.CELL_BOLD.but(leading=14))
        words = Text(read(row, "wording"), type_scale.CELL.but(leading=14))
        places = [Place(16.0, 38.0, number), Place(54.0, TEXT - 54.0, words)]
        if mark:
            sign = Ornament(kind_sign(mark, press.inks, below=7.0))
            places.insert(0, Place(0.0, 14.0, sign))
        rows.append(Beside(places, Spacing(after=3)))
    if press.protocol.edition == "public":
        rows.append(Text(_NO_NAMES, type_scale.SMALL, Spacing(before=1)))
    return [labelled(label, rows)]


def answers(press: Press, section: Section, label: str) -> list[Block]:
    """Return the answers that were given, and what became of each contribution."""
    blocks: list[Block] = []
    given = section.table("Antworten")
    if given:
        blocks.append(_answers(given))
    for name in ("Verbleib_Themenfelder", "Verbleib"):
        listed = section.table(name)
        if listed:
            blocks += [Heading(listed.title, 2, type_scale.H2, _ABOVE_LIST), _whereabouts(listed)]
    return blocks


def next_steps(press: Press, section: Section, label: str) -> list[Block]:
    """Return what happens until when, and who does it."""
    listed = section.table("Schritte")
    if listed is None:
        return []
    read = reader(listed)

    def due(row: Row) -> CellContent:
        shown = read(row, "due") or read(row, "due_text") or UNKNOWN
        return Words(shown, type_scale.CELL_BOLD)

    shown = (
        Shown("due", "Bis", 68, make=due),
        Shown("what", "Was"),
        Shown("who", "Wer", 110, missing=UNKNOWN),
    )
    table = print_table(listed, shown, TEXT, look=type_scale.TEXT_TABLE)
    is_last = press.protocol.section("distribution") is None
    spacing = _signed(press) if is_last else NEW_SECTION
    return [labelled(label and "So geht es weiter", [table], spacing)]


def distribution(press: Press, section: Section, label: str) -> list[Block]:
    """Return who gets the protocol, and what is attached to it."""
    blocks: list[Block] = []
    for name in ("Verteiler", "Anlagen"):
        table = section.table(name)
        if table:
            said = " · ".join(str(row[0]) for row in table.rows)
            words = Text(said, type_scale.CELL.but(leading=14))
            blocks.append(labelled(name, [words], _signed(press)))
    return blocks


def _signed(press: Press) -> Spacing:
    """Return the space of a section that comes along where the lines to sign on need a page."""
    return replace(NEW_SECTION, keep=press.protocol.section("signatures") is not None)


def signatures(press: Press, section: Section, label: str) -> list[Block]:
    """Return the lines to sign on, three beside each other, at the foot of the page."""
    table = section.table("Unterschriften")
    if table is None:
        return []
    width = (MEASURE - 2 * _LINE_GAP) / 3
    read = reader(table)
    rows: list[Block] = [
        Rule("hair", 0.5),
        Heading(table.title, 2, type_scale.H2, Spacing(before=10, after=4, keep=True)),
    ]
    for at in range(0, len(table.rows), 3):
        places = [
            Place(
                place * (width + _LINE_GAP),
                width,
                _line(press, width, read(row, "role"), read(row, "name")),
            )
            for place, row in enumerate(table.rows[at : at + 3])
        ]
        rows.append(Beside(places, Spacing(after=14)))
    return [Stack(tuple(rows), Spacing(before=28, at_foot=True), whole=True)]


def photos(press: Press, section: Section, label: str) -> list[Block]:
    """Return the pictures, two beside each other, with what is to be seen on them."""
    pictures = [block for block in section.blocks if isinstance(block, Picture)]
    width = (MEASURE - GUTTER) / 2
    blocks: list[Block] = []
    for at in range(0, len(pictures), 2):
        places = [
            Place(place * (width + GUTTER), width, shown)
            for place, picture in enumerate(pictures[at : at + 2])
            if (shown := _picture(press, picture, width)) is not None
        ]
        if places:
            blocks.append(Beside(places, Spacing(after=14)))
    return blocks


def notes(press: Press, section: Section, label: str) -> list[Block]:
    """Return how to read the protocol, what is kept how long, and who answers for it."""
    texts = [block for block in section.paper_blocks if isinstance(block, Paragraph)]
    blocks = running_text(press, texts)
    kept, imprint = section.table("Aufbewahrung"), section.table("Impressum")
    if kept:
        blocks.append(labelled(kept.title, [_retention(kept)], NEW_SECTION))
    if imprint:
        read = reader(imprint)
        lines = [
            Text(f"{read(row, 'what')}: {read(row, 'value')}", type_scale.CELL, AFTER_TEXT)
            for row in imprint.rows
        ]
        blocks.append(labelled("Impressum", lines, NEW_SECTION))
    return blocks


def notes_in_short(press: Press, section: Section, label: str) -> list[Block]:
    """Return what must not be overlooked, and who answers for the protocol."""
    kept = tuple(
        block
        for block in section.blocks
        if (
            isinstance(block, Paragraph)
            and (block.style == "notice" or block.label == CHANGES_LABEL)
        )
        or (isinstance(block, Table) and block.name == "Impressum")
    )
    return notes(press, replace(section, blocks=kept), label)


def anything(press: Press, section: Section, label: str) -> list[Block]:
    """Return a section that has no design of its own."""
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            blocks += running_text(press, [block])
        elif isinstance(block, Table):
            blocks.append(plain_table(press, block, MEASURE, NEW_SECTION))
    return blocks


def _answers(given: Table) -> Block:
    read = reader(given)

    def answer(row: Row) -> CellContent:
        first = Words(read(row, "decision"), type_scale.CELL_BOLD)
        more: Sequence[Words] = [Words(read(row, "text"))] if read(row, "text") else []
        return Cell((first, *more))

    shown = (
        Shown("label", "Nr.", 44, bold=True),
        Shown("subject", "Worauf"),
        Shown("answer", "Antwort", 200, make=answer),
        Shown("measure", "Maßnahme", 58),
        Shown("answered_on", "am", 58),
    )
    return print_table(given, shown, MEASURE, look=type_scale.TEXT_TABLE, spacing=Spacing(before=9))


def _whereabouts(listed: Table) -> Block:
    shown = (
        Shown("label", "Nr.", 42, bold=True),
        Shown("wording", listed.columns[listed.position("wording")].title),
        Shown("cluster", "Thema", 38),
        Shown("state", "Was daraus wurde", _state_width(listed)),
    )
    return print_table(listed, shown, MEASURE)


def _retention(kept: Table) -> Block:
    read = reader(kept)

    def term(row: Row) -> CellContent:
        return ", ".join(filter(None, (read(row, "until"), read(row, "text")))) or UNKNOWN

    shown = (Shown("subject", "Was"), Shown("term", "Frist", 168, make=term))
    return print_table(kept, shown, TEXT)


def _state_width(listed: Table) -> float:
    """Return a narrow width for states of a few words, a wide one for written answers."""
    read = reader(listed)
    longest = max((len(read(row, "state")) for row in listed.rows), default=0)
    return 104.0 if longest <= _FEW_LETTERS else 170.0


def _line(press: Press, width: float, role: str, name: str) -> Stack:
    """Return a line for place and day beside its label, room for the hand, a line to sign on."""
    style = type_scale.SMALL
    left = press.width(_WHERE_AND_WHEN, style) + _AFTER_LABEL
    spots = (
        Spot(0.0, 0.0, width, Text(_WHERE_AND_WHEN, style)),
        Spot(left, style.leading, width - left, Rule("hair", 0.5)),
    )
    return Stack(
        (
            Placed(spots, style.leading),
            Rule("ink", 0.7, Spacing(before=38)),
            Text(role, type_scale.CELL_BOLD, Spacing(before=3)),
            Text(name, type_scale.SMALL),
        )
    )


def _picture(press: Press, picture: Picture, width: float) -> Block | None:
    photo = press.photo(picture.sha256)
    if photo is None:
        return None
    alt = picture.alt_text or _NO_ALT_TEXT
    shown = PhotoBlock(photo, alt, width, _PICTURE_HEIGHT, Spacing(after=4, keep=True))
    caption = Text(picture.caption, type_scale.SMALL, tag="Caption")
    return Stack((shown, caption), whole=True)
