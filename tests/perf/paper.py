"""The protocol as PDF against a bare canvas with the same lines, and against typst."""

import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import typst
from PIL import Image
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from quartierdesk import paths
from quartierdesk.domain.protocol import (
    Block,
    Paragraph,
    Picture,
    Protocol,
    ProtocolSettings,
    Section,
    Table,
    cell_text,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.exports.pdf import write_pdf
from quartierdesk.services import catalogues
from quartierdesk.services.protocols import build
from tests.perf.material import cards
from tests.perf.measure import Line, alternating

_CARDS, _PHOTOS = 1_000, 20
_FONT, _SIZE = "Bench", 9
_SOURCE = "protokoll.typ"
_PRINTED = frozenset({"label", "kind", "original", "place", "dots"})
_TYPST_HEAD = """
#set document(title: "Protokoll", author: "Musterhausen",
  date: datetime(year: 2026, month: 3, day: 27))
#set page(paper: "a4", margin: (left: 25mm, right: 18mm, top: 28mm, bottom: 24mm),
  header: [Quartierswerkstatt], footer: context [Seite #counter(page).display()])
#set text(font: "Noto Sans", size: 9pt, lang: "de", hyphenate: true)
#outline()
"""


@dataclass(frozen=True)
class _PageLines:
    """What stands on a page: base points and texts of its lines, boxes of its pictures."""

    size: tuple[float, float]
    lines: Sequence[tuple[float, float, str]]
    pictures: Sequence[tuple[float, float, float, float]]


def measure_paper(rounds: int = 5) -> list[Line]:
    """Write the documentation and the instant print of a workshop with 1,000 contributions."""
    protocol, photos = _protocol("documentation"), _photos()
    instant = _protocol("instant")

    def ours() -> bytes:
        stream = io.BytesIO()
        write_pdf(protocol, stream, photo_bytes=photos.get)
        return stream.getvalue()

    def on_the_spot() -> None:
        write_pdf(instant, io.BytesIO(), photo_bytes=photos.get)

    with tempfile.TemporaryDirectory(prefix="quartierdesk-papier-") as name:
        folder = Path(name)
        pictures = _write_typst_source(protocol, photos, folder)
        pairs = [
            (_in_fresh_process("ours", folder), _in_fresh_process("typst", folder))
            for _ in range(rounds)
        ]
        ours_ms, typst_ms = (statistics.median(times) for times in zip(*pairs, strict=True))
        pages = _pages(ours())
        kind = f"{len(pages)} Seiten, Rechenzeit"
        lines = [Line("Dokumentation als PDF, typst", ours_ms, typst_ms, 1 / 3, remark=kind)]

        rl_config.useA85 = 0
        font = paths.resources() / "fonts" / "NotoSans-Regular.ttf"
        pdfmetrics.registerFont(TTFont(_FONT, str(font)))
        clock = time.process_time
        ours_ms, bare_ms = alternating(ours, lambda: _bare(pages, pictures), rounds, clock)
        what = "Dokumentation als PDF, dieselben Zeilen auf leerer Leinwand"
        lines.append(Line(what, ours_ms, bare_ms, 3.0, remark=kind))
        quick_ms, ours_ms = alternating(on_the_spot, ours, rounds, clock)
        lines.append(Line("Sofortausdruck, Dokumentation", quick_ms, ours_ms, 1 / 5, remark=kind))
    return lines


def _in_fresh_process(what: str, folder: Path) -> float:
    """Return the computing time (ms), without imports, in a process that has done nothing yet."""
    command = [sys.executable, "-m", "tests.perf.paper", what, str(folder)]
    finished = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return float(finished.stdout)


def _once(what: str, folder: Path) -> float:
    protocol, photos = _protocol("documentation"), _photos()
    start = time.process_time()
    if what == "typst":
        _typst(folder / _SOURCE)
    else:
        write_pdf(protocol, io.BytesIO(), photo_bytes=photos.get)
    return (time.process_time() - start) * 1000


def _protocol(length: str) -> Protocol:
    record = WorkshopRecord(
        Municipality("g", "Musterhausen"),
        Quarter("q", "g", "Mitte"),
        Workshop("w", "q", "Messung"),
        contributions=tuple(cards(_CARDS)),
    )
    known = {**catalogues.shipped()}
    known["action_field"] = known["quartier2030"]
    settings = ProtocolSettings(length="instant" if length == "instant" else "documentation")
    protocol = build(record, known, settings)
    if length == "instant":
        return protocol
    pictures = tuple(
        Picture(str(at), 1600, 1200, f"Foto {at}: Tisch mit Karten", f"Foto {at}")
        for at in range(_PHOTOS)
    )
    photos = Section("photos", "Fotos", pictures)
    return replace(protocol, sections=(*protocol.sections, photos))


def _photos() -> dict[str, bytes]:
    return {str(at): _photo(at) for at in range(_PHOTOS)}


def _photo(number: int) -> bytes:
    noise = Image.effect_noise((400, 300), 60).resize((1600, 1200))
    ground = Image.radial_gradient("L").resize((1600, 1200))
    share = random.Random(number).random()
    stream = io.BytesIO()
    Image.merge("RGB", (ground, noise, Image.blend(ground, noise, share))).save(stream, "JPEG")
    return stream.getvalue()


def _pages(data: bytes) -> list[_PageLines]:
    with pypdfium2.PdfDocument(data) as document:
        return [_page_lines(page) for page in document]


def _page_lines(page: pypdfium2.PdfPage) -> _PageLines:
    text = page.get_textpage()
    lines = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words = text.get_text_bounded(left, bottom, right, top).split("\r\n")[0]
        lines.append((left, bottom, words))
    images = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    pictures = [tuple(image.get_bounds()) for image in images]
    return _PageLines(page.get_size(), lines, pictures)


def _bare(pages: Sequence[_PageLines], pictures: Sequence[Path]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=1)
    left = iter(pictures)
    for page in pages:
        canvas.setPageSize(page.size)
        canvas.setFont(_FONT, _SIZE)
        for x, y, words in page.lines:
            canvas.drawString(x, y, words)
        for x1, y1, x2, y2 in page.pictures:
            canvas.drawImage(str(next(left)), x1, y1, x2 - x1, y2 - y1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _write_typst_source(protocol: Protocol, photos: dict[str, bytes], folder: Path) -> list[Path]:
    """Write headings, paragraphs, tables and photos the way typst wants them.

    Returns the photos. Of the contributions it gets what our documentation prints: five columns.
    """
    pictures = [folder / f"{name}.jpg" for name in photos]
    for path, data in zip(pictures, photos.values(), strict=True):
        path.write_bytes(data)
    parts = [_TYPST_HEAD]
    for section in protocol.sections:
        parts.append(f"= {_escaped(section.title)}\n")
        parts += [_typst_block(block) for block in section.blocks]
    (folder / _SOURCE).write_text("\n".join(parts), encoding="utf-8")
    return pictures


def _typst_block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _escaped(block.plain) + "\n"
    if isinstance(block, Picture):
        image = f'image("{block.sha256}.jpg", width: 60%, alt: "{block.alt_text}")'
        return f"#figure({image}, caption: [{block.caption}])"
    if not isinstance(block, Table):
        return ""
    columns = block.columns
    if block.name == "Beitraege":
        columns = tuple(column for column in columns if column.key in _PRINTED)
    head = ", ".join(f"[{_escaped(column.title)}]" for column in columns)
    rows = [
        ", ".join(
            f"[{_escaped(cell_text(block.cells(row, column.key)[0], column))}]"
            for column in columns
        )
        for row in block.rows
    ]
    body = ",\n".join(rows)
    return f"#table(columns: {len(columns)}, table.header({head}),\n{body})"


def _escaped(text: str) -> str:
    return "".join(
        f"\\{character}" if character in "\\#$*_`<>@[]~-/" else character for character in text
    )


def _typst(source: Path) -> bytes:
    made = typst.compile(
        str(source),
        format="pdf",
        font_paths=[str(paths.resources() / "fonts")],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
    )
    assert isinstance(made, bytes)
    return made


if __name__ == "__main__":
    print(_once(sys.argv[1], Path(sys.argv[2])))
