"""Documents for the tests of the PDF: one with everything, and protocols of several workshops."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from PIL import Image

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import published
from quartierdesk.domain.protocol import Length, Protocol, ProtocolSettings
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.exports.charts.board import Board, style
from quartierdesk.exports.inks import Inks, inks
from quartierdesk.exports.pdf import write_pdf
from quartierdesk.exports.pdf.blocks.arrangements import (
    Beside,
    Item,
    ListBlock,
    Place,
    notice,
    quotation,
)
from quartierdesk.exports.pdf.blocks.block import KEPT, Block, Spacing, Target
from quartierdesk.exports.pdf.blocks.cells import Cell, Words
from quartierdesk.exports.pdf.blocks.contents import Contents
from quartierdesk.exports.pdf.blocks.pictures import Figure, PhotoBlock
from quartierdesk.exports.pdf.blocks.table import Column, Row, Table
from quartierdesk.exports.pdf.blocks.text import Heading, Paragraph
from quartierdesk.exports.pdf.canvas import Canvas
from quartierdesk.exports.pdf.composing import (
    A4,
    A4_LANDSCAPE,
    PageFacts,
    Part,
    Result,
    Sheet,
    compose,
)
from quartierdesk.exports.pdf.documents.grid import Divided
from quartierdesk.exports.pdf.documents.running import say
from quartierdesk.exports.pdf.measures import MARGIN, TEXT, TEXT_LEFT
from quartierdesk.exports.pdf.metadata import About
from quartierdesk.exports.pdf.photos import Photo, printable
from quartierdesk.exports.pdf.type_scale import (
    BODY,
    CELL,
    CELL_BOLD,
    H1,
    H1_NUMBER,
    H2,
    H3,
    NUMBER,
    QUOTE,
    SMALL,
    TEXT_TABLE,
    VOICE,
)
from quartierdesk.exports.setting.lines import Typesetter
from quartierdesk.exports.setting.styles import Span, bold
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from tests.exports.small_workshop import evaluated, sample_record, small_record
from tests.support import ROOT

MOMENT = datetime(2026, 3, 27, 10, 0, tzinfo=UTC)
EIGHT_SCRIPTS = (
    "Güneş Sokağı için yeşil alan istiyoruz.",
    "Więcej ławek przy ulicy, żółte światła.",
    "Thêm cây xanh ở đường phố gần trường.",
    "Більше зелені та їдальня для всіх, будь ласка.",
    "Περισσότερο πράσινο στη γειτονιά μας.",
    "نريد حديقة خضراء في شارع Müllerstraße 12 (هنا) للجميع من أجل الأطفال والكبار في الحي.",
    "אנחנו רוצים גינה (כאן) ברחוב Müllerstraße 12 לכולם, לילדים ולמבוגרים בשכונה הזאת.",
    "Bäume 🌳 und Bänke, bitte! 😀 → ✓ bis 2035 ≤ 5 Jahre ☐",
)
"""Turkish, Polish, Vietnamese, Ukrainian, Greek, Arabic, Hebrew, pictograms."""
_SENTENCE = (
    "Der letzte Bus fährt um 18:24 Uhr; Abendtermine und Arztbesuche in der Kreisstadt sind ohne"
    " Auto nicht erreichbar. Nachbarschaftshelfende und Kirchengemeinde bieten Fahrten an. "
)


def photo(number: int = 0, size: tuple[int, int] = (320, 240)) -> bytes:
    """Return a small JPEG; another number gives another picture."""
    stream = io.BytesIO()
    shade = (number * 7) % 200
    Image.new("RGB", size, (shade, number % 251, 120)).save(stream, "JPEG", quality=80)
    return stream.getvalue()


def compose_blocks(
    blocks: Sequence[Block], black: bool = False, sheet: Sheet = A4
) -> tuple[bytes, Result]:
    """Return the file of some blocks, and what came out."""
    stream = io.BytesIO()
    about = About("Probe", "Gemeinde Musterhausen", MOMENT)
    result = compose([Part(sheet, blocks, _running)], about, stream, inks(black))
    return stream.getvalue(), result


def demo(black: bool = False) -> bytes:
    """Return a document in which every building block occurs."""
    stream = io.BytesIO()
    colours = inks(black)
    parts = [
        Part(A4, _contents, _running),
        Part(A4, _first_chapter(colours), _running),
        Part(A4, _second_chapter(), _running),
        Part(A4_LANDSCAPE, _third_chapter(), _running),
    ]
    about = About("Muster – alles in einem", "Gemeinde Musterhausen", MOMENT, "Probe", "Probe, PDF")
    compose(parts, about, stream, colours)
    return stream.getvalue()


def _running(canvas: Canvas, setter: Typesetter, page: PageFacts) -> None:
    right = page.sheet.width - page.sheet.right
    say(canvas, setter, (page.sheet.left, 40), "Kopfzeile", SMALL)
    number = f"Seite {page.number} von {page.total}"
    say(canvas, setter, (right, 40), number, SMALL.but(align="right"))


def _contents(targets: Sequence[Target]) -> Sequence[Block]:
    return [Heading("Inhalt", 1, H1), Contents(targets, (CELL_BOLD, CELL))]


def _chapter(number: str, title: str) -> Heading:
    return Heading(
        title,
        1,
        H1,
        Spacing(after=8, keep=True),
        key=f"kapitel{number}",
        number=number,
        number_style=H1_NUMBER,
        indent=TEXT_LEFT,
        running=title,
    )


def _first_chapter(colours: Inks) -> list[Block]:
    rule = Paragraph(
        (bold("57 Personen, je 4 Punkte. "), Span("Mehr unter der "), _link(), _inside()), BODY
    )
    board = Board(200, 60, colours)
    board.bar((0, 10), 150, 12, strong=True)
    board.bar((0, 30), 90, 12, strong=False)
    board.text((156, 20), "41 שלום", style("bold", 9))
    return [
        _chapter("1", "Absätze und Kästen"),
        Paragraph(_SENTENCE * 6, BODY, Spacing(after=14), indent=TEXT_LEFT),
        Beside(
            [
                Place(0, MARGIN, Heading("Spielregeln", 2, H2, key="regeln")),
                Place(TEXT_LEFT, TEXT, ListBlock([Item("Kurz"), Item(_SENTENCE)], BODY)),
            ],
            Spacing(before=14, after=7),
        ),
        ListBlock([Item("Erstens", "1."), Item("Zweitens", "2.")], BODY, numbering="Decimal"),
        notice(
            Beside(
                [
                    Place(0, MARGIN - 14, Paragraph("Regel", H3)),
                    Place(TEXT_LEFT - 14, TEXT - 14, rule),
                ]
            ),
            Spacing(before=14, after=14),
        ),
        quotation(
            [
                Paragraph("„Endlich hat mal jemand mitgeschrieben!“", QUOTE, KEPT),
                Paragraph("Rückmeldebogen", SMALL),
            ],
            Spacing(before=10, after=10),
        ),
        Divided([Paragraph("60", NUMBER), Paragraph("Beiträge", CELL)], Spacing(after=10)),
        Figure(board.drawing, "Zwei Balken: 41 und 22 Punkte."),
        PhotoBlock(_photo(), "Foto: Stadtplan mit Klebepunkten", height=120),
    ]


def _photo() -> Photo:
    return printable(photo())


def _link() -> Span:
    return Span("Seite der Gemeinde im Internet", link="https://example.org/quartier")


def _inside() -> Span:
    return Span(" oder in Kapitel 2", link="#kapitel2")


def _second_chapter() -> list[Block]:
    rows = [_row(number) for number in range(40)]
    rows.append(Row([Cell([Words("Summe", CELL_BOLD)], columns=3), "780"], total=True))
    columns = [
        Column("Nr.", 36),
        Column("Beitrag, darunter kursiv der Wortlaut", 300),
        Column("Ort", 79),
        Column("Punkte", 58, "right"),
    ]
    table = Table(columns, rows, TEXT_TABLE, summary="Beiträge mit Ort und Punkten")
    heading = Heading("Alle Beiträge", 2, H2, Spacing(before=10, after=5, keep=True))
    return [_chapter("2", "Tabelle über Seiten"), heading, table]


def _row(number: int) -> Row:
    said = Words("„Nach halb sieben kommsch hier nemme weg.“", VOICE, 1.5)
    text = _SENTENCE * (1 + number % 3) if number != 20 else "Ein sehr langer Beitrag. " * 300
    return Row([f"B{number:03d}", Cell([Words(text), said]), "Ort" if number % 2 else "–", "19"])


def _third_chapter() -> list[Block]:
    paragraphs: list[Block] = [
        Paragraph(text, BODY, Spacing(after=4), measure=240) for text in EIGHT_SCRIPTS
    ]
    return [_chapter("3", "Schriften"), *paragraphs]


def empty_record() -> WorkshopRecord:
    """Return a workshop of which nothing is known but its title."""
    return WorkshopRecord(
        Municipality("g", "Musterhausen"), Quarter("q", "g", "Mitte"), Workshop("w", "q", "Leer")
    )


def scripts_record() -> WorkshopRecord:
    """Return a workshop where people wrote in eight scripts."""
    cards = tuple(
        Contribution(f"b{at}", f"B{at:03d}", text, text, kind="idee", place=text[:20])
        for at, text in enumerate(EIGHT_SCRIPTS, start=1)
    )
    return replace(
        small_record(), contributions=cards, clusters=(), polls=(), measures=(), answers=()
    )


def ehrenfeld_record() -> WorkshopRecord:
    """Return 366 contributions about cycling in Cologne-Ehrenfeld."""
    path = ROOT / "tests/data/ehrenfeld/contributions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cards = tuple(
        Contribution(
            row["document_id"], row["document_id"], row["text"], row["text"], title=row["title"]
        )
        for row in rows
    )
    return replace(empty_record(), contributions=cards)


RECORDS: dict[str, Callable[[], WorkshopRecord]] = {
    "beispiel": sample_record,
    "ehrenfeld": ehrenfeld_record,
    "leer": empty_record,
    "schriften": scripts_record,
}


def protocol_of(record: WorkshopRecord, edition: Edition, length: Length) -> Protocol:
    """Return the protocol of a workshop in an edition and length."""
    record = evaluated(record)
    shown = published(record) if edition == "public" else record
    return build(shown, shipped(), ProtocolSettings(edition, length))


def pdf_of(protocol: Protocol, black: bool = False, picture: bytes | None = None) -> bytes:
    """Return the file of a protocol; every photo in it is the same `picture`."""
    stream, shown = io.BytesIO(), picture or photo()
    write_pdf(protocol, stream, black=black, moment=MOMENT, photo_bytes=lambda _: shown)
    return stream.getvalue()


def write_all(folder: Path) -> Iterator[Path]:
    """Write the document with everything and every protocol in every edition and length."""
    for black in (False, True):
        yield _written(folder / f"muster{'-schwarz' if black else ''}.pdf", demo(black))
    for name, make in RECORDS.items():
        record = make()
        for edition in get_args(Edition):
            for length in get_args(Length):
                made = pdf_of(protocol_of(record, edition, length), black=length == "instant")
                yield _written(folder / f"{name}-{edition}-{length}.pdf", made)


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
