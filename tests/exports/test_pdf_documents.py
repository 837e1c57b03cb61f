"""The pages of the protocol: how many, in which order, what stands on them, nothing cut off."""

import io
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import published
from quartierdesk.domain.protocol import SECTION_TITLES, Length, ProtocolSettings
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.exports.pdf import write_pdf
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import Version, build
from tests.exports.reading import text_of_pdf
from tests.exports.small_workshop import sample_record

RELEASED = Version("1.0", date(2026, 3, 27), date(2026, 3, 27), time(21, 28))
DRAFT = Version(as_of=date(2026, 3, 13), at=time(21, 28))
A4_LANDSCAPE = (842, 595)
_EDGE = 8.0


def made(
    record: WorkshopRecord,
    settings: ProtocolSettings = ProtocolSettings(),  # noqa: B008
    version: Version = RELEASED,
    *,
    black: bool = False,
) -> bytes:
    """Return the protocol of a record as PDF."""
    shown = published(record) if settings.edition == "public" else record
    known = {**shipped(), "action_field": shipped()["quartier2030"]}
    stream = io.BytesIO()
    write_pdf(build(shown, known, settings, version), stream, black=black)
    return stream.getvalue()


@cache
def sample(length: Length = "documentation", edition: Edition = "public") -> bytes:
    """Return the protocol of the sample."""
    return made(sample_record(), ProtocolSettings(edition, length))


def pages(data: bytes) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Return the size of each page in points."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]


def outside(data: bytes) -> list[tuple[int, tuple[float, ...]]]:
    """Return pages and boxes of texts that reach into the unprintable edge or beyond the page."""
    found = []
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        for number, page in enumerate(document, start=1):
            width, height = page.get_width(), page.get_height()
            text = page.get_textpage()
            for at in range(text.count_rects()):
                box = text.get_rect(at)
                left, bottom, right, top = box
                if left < _EDGE or bottom < _EDGE or right > width - _EDGE or top > height - _EDGE:
                    found.append((number, box))
    return found


def extreme(name: str) -> WorkshopRecord:
    """Return the sample with one thing beyond all measure."""
    record = sample_record()
    [first, *_] = record.measures
    changes: dict[str, WorkshopRecord] = {
        "long texts": replace(
            record,
            contributions=(
                Contribution("l1", "B901", "Wort " * 2000, "Kurz."),
                Contribution("l2", "B902", "x" * 5000),
                *record.contributions,
            ),
        ),
        "many measures": replace(
            record,
            measures=tuple(
                replace(first, id=f"m{n}", label=f"M{n:03}", title="Lange Maßnahme " * 6)
                for n in range(60)
            ),
        ),
        "long titles": replace(
            record,
            workshop=replace(
                record.workshop,
                title="Ein sehr langer Titel " * 12,
                subtitle="noch ein " * 30,
                place="Ort " * 30,
                organiser="Gemeinde " * 20,
            ),
            clusters=tuple(
                replace(each, title="Langer Name " * 8, summary="Zusammenfassung " * 30)
                for each in record.clusters
            ),
        ),
        "nothing": WorkshopRecord(record.municipality, record.quarter, record.workshop),
    }
    return changes[name]


EXTREMES = ("long texts", "many measures", "long titles", "nothing")


def headings(data: bytes) -> list[str]:
    """Return the entries of the table of contents, in their order."""
    listed = next(page for page in pages(data) if page.startswith("Quartier") and "Inhalt" in page)
    lines = [re.sub(r"\s*[.\s]*\d+$", "", line.strip()) for line in listed.splitlines()]
    return [line for line in lines if re.match(r"\d+ |M0|Auf einen", line)]


def test_everything_comes_after_cover_contents_and_overview() -> None:
    shown = pages(sample())

    assert "Protokoll der Quartierswerkstatt" in shown[0]
    assert "Freigegeben am 27. März 2026" in " ".join(shown[0].split())
    assert "Inhalt" in shown[1]
    assert "Auf einen Blick" in shown[2]
    assert headings(sample())[:4] == [
        "Auf einen Blick",
        "1 Ablauf des Abends",
        "2 Das Quartier",
        "3 Wer war da – wer fehlte?",
    ]


def test_the_action_plan_lies_on_its_side_and_each_measure_has_a_page() -> None:
    across = [at for at, size in enumerate(sizes(sample())) if size == A4_LANDSCAPE]
    profiles = [page for page in pages(sample()) if "Maßnahmensteckbrief" in page]

    assert len(across) == 1
    assert len(profiles) == 8
    assert all("Woher die" in page for page in profiles)


def test_profiles_are_listed_below_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(sample())
    with pypdfium2.PdfDocument(path) as document:
        marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    told = subprocess.run(["pdfinfo", "-struct", str(path)], check=True, capture_output=True).stdout
    inside = [line for line in told.decode(errors="replace").splitlines() if "TOC" in line]

    plan = marks.index((0, "11 Maßnahmenplan"))
    assert [level for level, _ in marks[plan + 1 : plan + 9]] == [1] * 8
    assert marks[plan + 1][1] == "M01 Begegnungscafé in der Alten Schule"
    assert [line.split("(")[0].rstrip() for line in inside[12:16]] == [
        "    TOCI",
        "    TOC",
        "      TOCI",
        "      TOCI",
    ]


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_no_page_of_the_sample_is_nearly_empty(edition: Edition) -> None:
    for length in ("documentation", "short"):
        for number, page in enumerate(pages(sample(length, edition)), start=1):
            assert len(page.split()) > 60, f"{length}, page {number}: {page}"


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_heads_of_the_resistance_table_are_whole(edition: Edition) -> None:
    [page] = [page for page in pages(sample(edition=edition)) if "Trägerschaft für" in page]
    heads = re.sub(r"\s+", " ", page).replace("\x02", "-").partition("Wahlmöglichkeit")[2]

    words = ["Gruppen-widerstand", "Mittel-wert", "Akzep-tanz", "besser als bisher"]
    words += ["höchster Wert", "starke Einwände"] if edition == "internal" else []
    assert [word for word in words if word not in heads] == []


def test_the_short_minutes_are_four_to_six_pages_and_the_instant_print_two() -> None:
    assert 4 <= len(sizes(sample("short"))) <= 6
    assert len(sizes(sample("instant"))) == 2
    assert "vorläufig · Stand 27. März 2026, 21:28 Uhr" in " ".join(
        text_of_pdf(sample("instant")).split()
    )


@pytest.mark.parametrize("name", EXTREMES)
def test_an_instant_print_never_has_more_than_two_pages(name: str) -> None:
    settings = ProtocolSettings("public", "instant")

    assert len(sizes(made(extreme(name), settings))) <= 2


@pytest.mark.parametrize("name", EXTREMES)
def test_nothing_is_cut_off_and_the_overview_is_one_page(name: str) -> None:
    data = made(extreme(name))

    assert outside(data) == []
    heads = [page for page in pages(data) if re.search(r"^.*\s*Auf einen Blick\r?$", page, re.M)]
    assert sum("Auf einen Blick, Fortsetzung" in page for page in heads) == 0


@pytest.mark.parametrize("length", ["documentation", "short", "instant"])
def test_nothing_of_the_sample_is_cut_off(length: Length) -> None:
    assert outside(sample(length)) == []


def test_sections_are_numbered_as_they_are_arranged() -> None:
    first = ("measures", "prioritisation")
    order = (*first, *(key for key in SECTION_TITLES if key not in first))
    hidden = ("quarter", "swot", "answers", "profiles", "clusters")
    data = made(sample_record(), ProtocolSettings(order=order, hidden=hidden))
    listed = headings(data)

    assert listed[:3] == [
        "1 Maßnahmenplan",
        "2 Was zuerst? Die Priorisierung",
        "Auf einen Blick",
    ]
    assert not any("Steckbrief" in each or "Stärken" in each for each in listed)
    overview = next(page for page in pages(data) if "Menschen waren da" in page)
    assert "Alle Themen: Abschnitt 2." in " ".join(overview.split())
    assert "Fristen und Zuständige: Abschnitt 1." in " ".join(overview.split())


def test_a_draft_says_so_and_the_internal_edition_on_every_page() -> None:
    shown = pages(made(sample_record(), ProtocolSettings("internal"), DRAFT))

    assert "Entwurf" in shown[0]
    assert "Freigegeben" not in shown[0]
    assert all("intern – nicht veröffentlichen" in page for page in shown[1:])
    assert not any("intern – nicht" in page for page in pages(sample()))


def coloured(data: bytes, numbers: Sequence[int]) -> list[int]:
    """Return those of the pages on which something is neither black nor white nor grey."""
    found = []
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        for number in numbers:
            picture = document[number].render(scale=0.6).to_pil().convert("RGB")
            red, green, blue = (channel.tobytes() for channel in picture.split())
            if not red == green == blue:
                found.append(number)
    return found


def test_black_is_black() -> None:
    black = made(sample_record(), black=True)
    numbers = range(len(sizes(black)))

    assert coloured(black, numbers) == []
    assert coloured(sample(), range(3)) == [0, 1, 2]
    assert coloured(sample("instant"), (0, 1)) == []


def test_a_protocol_is_the_same_file_again() -> None:
    assert made(sample_record(), ProtocolSettings("public", "short")) == sample("short")
