"""Whatever people write or add: no crash, no hang, nothing lost, nothing cut off."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import get_args

import page
import pytest

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.measure import Measure
from quartierdesk.domain.protocol import Length, Picture, Protocol, Section
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exports.pdf.blocks.text import Paragraph
from quartierdesk.exports.pdf.type_scale import BODY
from tests.exports.pdf_pages import letters, outside, pages
from tests.exports.pdf_samples import (
    compose_blocks,
    empty_record,
    pdf_of,
    photo,
    protocol_of,
)
from tests.exports.small_workshop import sample_record

_EDGE = 24.0  # points: nothing but the running lines stands nearer to the edge of the paper
_LONG = " ".join(f"Wort{number:04d}" for number in range(1_100))
_MARKUP = (
    '<b>fett <img src="/etc/passwd"/> <a href="javascript:alert(1)">x</a>',
    "%PDF-1.7 endstream endobj (offen \\( \\) \\n <</Type/Catalog>>",
    "&lt; &amp; ]]> <font size=5000>groß",
    "(((((((( )) \\\\\\ \\101",
)


def card(number: int, text: str) -> Contribution:
    """Return a contribution with this text."""
    return Contribution(f"b{number}", f"B{number:03d}", text, f"Protokoll {number}.", kind="idee")


def with_cards(*texts: str) -> WorkshopRecord:
    """Return a workshop in which just this was said."""
    cards = tuple(card(number, text) for number, text in enumerate(texts, start=1))
    return replace(empty_record(), contributions=cards)


def printed(record: WorkshopRecord) -> bytes:
    """Return the whole documentation, for the house."""
    return pdf_of(protocol_of(record, "internal", "documentation"))


def nothing_is_cut_off(data: bytes) -> None:
    """Fail where text stands in the margin or beyond the paper."""
    found = [(at, outside(page, _EDGE)) for at, page in enumerate(pages(data), start=1)]
    assert [(at, beyond) for at, beyond in found if beyond] == []


@pytest.mark.parametrize("text", _MARKUP)
def test_what_looks_like_an_instruction_is_printed_as_it_is(text: str) -> None:
    data, _ = compose_blocks([Paragraph(text, BODY)])
    assert "".join(text.split()) in letters(data)
    assert b"/passwd" not in data
    assert "".join(text.split()) in letters(printed(with_cards(text)))


def test_what_is_no_character_does_no_harm() -> None:
    text = "Bus\x00 \x07\ud800 \udfff\uffff \x1b[31m Ende"
    data, _ = compose_blocks([Paragraph(text, BODY)])
    assert "Ende" in letters(data)
    assert not broken_rules(data)


def test_letters_and_accents_written_apart_are_joined() -> None:
    data, _ = compose_blocks([Paragraph("Gru\u0308nfla\u0308che", BODY)])
    assert "Grünfläche" in letters(data)


def broken_rules(data: bytes) -> list[str]:
    """Return the rules of both standards that page-validation sees broken."""
    reports = [page.validate_pdf_bytes(data, profile=flavour) for flavour in ("ua1", "2a")]
    return [str(failure) for report in reports for failure in report.failures]


def test_ten_thousand_characters_are_printed_to_the_last() -> None:
    data = printed(with_cards(_LONG, "kurz"))
    assert len(_LONG) > 9_800
    assert set(_LONG.split()) <= set(re.findall(r"Wort\d{4}", letters(data)))
    nothing_is_cut_off(data)


@pytest.mark.parametrize("letter", ["x", "Ä", "ж", "😀", "ح"])
def test_a_word_of_five_thousand_letters_is_printed_within_the_page(letter: str) -> None:
    data = printed(with_cards(letter * 5_000))
    nothing_is_cut_off(data)
    if letter not in "ح":
        assert letters(data).count(letter) >= 5_000


def test_three_thousand_small_photos_are_printed() -> None:
    base = protocol_of(empty_record(), "internal", "documentation")
    pictures = tuple(
        Picture(f"{number}", 32, 24, f"Foto {number}", f"Foto {number}") for number in range(3_000)
    )
    protocol = replace(base, sections=(*base.sections, Section("photos", "Fotos", pictures)))
    data = pdf_with_small_photos(protocol)
    assert data.count(b"/Subtype/Image") == 1
    assert "Foto 2999" in " ".join(page.text for page in pages(data)[-2:])
    nothing_is_cut_off(data)


def pdf_with_small_photos(protocol: Protocol) -> bytes:
    """Return the file; all photos are the same small one."""
    small = photo(1, (32, 24))
    return pdf_of(protocol, picture=small)


def test_five_hundred_measures_are_printed() -> None:
    measures = tuple(
        Measure(
            id=f"m{number}",
            label=f"M{number:03d}",
            title=f"Maßnahme {number}: Bürgerbus mit Ehrenamtlichen",
            goal="Erreichbarkeit ohne eigenes Auto. " * (1 + number % 5),
            responsible="Arbeitsgruppe Mobilität",
            effort=1 + number % 5,
            benefit=1 + number % 4,
        )
        for number in range(1, 501)
    )
    data = printed(replace(with_cards("Ein Bus."), measures=measures))
    assert "M500" in letters(data)
    nothing_is_cut_off(data)


@pytest.mark.parametrize("length", ["documentation", "short", "instant"])
@pytest.mark.parametrize("edition", ["public", "internal"])
def test_a_workshop_without_anything_is_printed(edition: str, length: str) -> None:
    protocol = protocol_of(empty_record(), edition, length)  # type: ignore[arg-type]
    data = pdf_of(protocol)
    assert len(pages(data)) >= 1
    nothing_is_cut_off(data)


def test_names_as_long_as_a_book_stay_on_the_paper() -> None:
    record = with_cards("Ein Bus.")
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 40
    workshop = replace(record.workshop, title=long, subtitle=long, place=long, organiser=long)
    place = replace(record.municipality, name=long)
    for length in ("documentation", "short", "instant"):
        protocol = protocol_of(
            replace(record, workshop=workshop, municipality=place),
            "internal",
            length,
        )
        nothing_is_cut_off(pdf_of(protocol))


_IDENTITIES = frozenset({"label", "code", "letter", "sha256", "language", "zone"})


def verbose(value: object, more: str) -> object:
    """Return the same with `more` behind every text that a person may have written."""
    if isinstance(value, tuple):
        return tuple(verbose(each, more) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for each in fields(value):
        found = getattr(value, each.name)
        written = isinstance(found, str) and " " in found and each.name not in _IDENTITIES
        if written or isinstance(found, tuple):
            changed[each.name] = f"{found} {more}" if written else verbose(found, more)
    return replace(value, **changed)


@pytest.mark.parametrize("more", ["Bürgerbeteiligung am Ort " * 12, "x" * 400])
@pytest.mark.parametrize("length", get_args(Length))
def test_the_sample_with_far_too_many_words_stays_on_the_paper(length: Length, more: str) -> None:
    record = verbose(sample_record(), more)
    assert isinstance(record, WorkshopRecord)
    nothing_is_cut_off(pdf_of(protocol_of(record, "internal", length)))
