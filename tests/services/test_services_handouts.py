"""Sheets for the room: what stands on them, that they are accessible, and that nobody is named."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import page
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain.edition import published
from quartierdesk.domain.handouts import (
    CountingSheet,
    HandoutKind,
    IdeaCards,
    Poster,
    PrivacySheet,
    RunSheet,
    stacked,
)
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import Municipality, Quarter, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import handouts
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.handouts import Amount
from quartierdesk.store.workspace import Workspace
from tests.exports.reading import all_of_pdf, text_of_pdf
from tests.exports.small_workshop import sample_record, small_record
from tests.services.builders import captured, new_workshop

KINDS: tuple[HandoutKind, ...] = get_args(HandoutKind)
PUBLIC: tuple[HandoutKind, ...] = ("poster", "cards", "counting", "invitation", "privacy")
DAY = date(2026, 3, 13)


def made(kind: HandoutKind, record: WorkshopRecord, amount: Amount = Amount()) -> bytes:  # noqa: B008
    """Return the PDF of a sheet."""
    edition = published(record) if kind in PUBLIC else record
    return handouts.render(handouts.of_record(edition, shipped(), kind, amount), day=DAY)


def pages(data: bytes) -> list[tuple[float, float]]:
    """Return the size of each page in points."""
    with pypdfium2.PdfDocument(io.BytesIO(data)) as document:
        return [(round(each.get_width()), round(each.get_height())) for each in document]


@pytest.mark.parametrize("kind", KINDS)
def test_every_sheet_is_accessible_and_archivable(kind: HandoutKind, tmp_path: Path) -> None:
    for name, record in (("sample", sample_record()), ("small", small_record())):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(made(kind, record, Amount(count=5)))
        for flavour in ("ua1", "2a"):
            report = page.validate_pdf(str(path), profile=flavour)
            assert [str(failure) for failure in report.failures] == []


@pytest.mark.parametrize("kind", PUBLIC)
def test_what_is_hung_up_or_handed_out_names_nobody(kind: HandoutKind) -> None:
    text = all_of_pdf(made(kind, sample_record()))

    for person in sample_record().participants:
        assert person.name not in text
        assert person.label not in text


def test_posters_are_one_sheet_of_a3_whatever_is_on_them() -> None:
    record = sample_record()
    [first, *_] = record.measures
    many = tuple(
        replace(first, id=f"m{n}", label=f"M{n:02}", title=f"Eine sehr lange Maßnahme {n} " * 4)
        for n in range(40)
    )
    for shown in (record, replace(record, measures=many), replace(record, measures=())):
        assert pages(made("poster", shown)) == [(842, 1191)]
    assert pages(made("invitation", record)) == [(842, 1191)]


def test_the_poster_shows_every_dot_the_measures_and_what_comes_next() -> None:
    poster = handouts.of_record(published(sample_record()), shipped(), "poster")
    assert isinstance(poster, Poster)

    assert poster.dots is not None
    assert sum(int(value or 0) for value in poster.dots.series[0].values) == 224
    assert poster.ranks[:4] == (1, 2, 2, 4)
    assert [line.mark for line in poster.measures] == [f"M0{n}" for n in range(1, 9)]
    assert poster.steps[-1].mark == "18.\u00a0September"
    assert "57 Personen, je 4 Punkte, höchstens 2 auf ein Thema." in poster.note


def test_a_poster_of_an_empty_workshop_is_a_poster() -> None:
    frame = (Municipality("g", "Ort"), Quarter("q", "g", "Mitte"), Workshop("w", "q", "Abend"))

    assert len(pages(made("poster", WorkshopRecord(*frame)))) == 1
    assert len(pages(made("privacy", WorkshopRecord(*frame)))) == 1


def test_cards_go_on_counting_in_their_series() -> None:
    record = small_record()
    loose = handouts.of_record(record, shipped(), "cards", Amount(count=8))
    at_table = handouts.of_record(record, shipped(), "cards", Amount(count=2, table=1))
    chosen = handouts.of_record(record, shipped(), "cards", Amount(count=1, first=77))

    assert isinstance(loose, IdeaCards)
    assert isinstance(at_table, IdeaCards)
    assert isinstance(chosen, IdeaCards)
    assert loose.labels == ("P-001", "P-003", "P-005", "P-007", "P-002", "P-004", "P-006", "P-008")
    assert at_table.labels == ("T1-003", "T1-004", "", "")
    assert chosen.labels[0] == "P-077"
    assert len(pages(made("cards", record, Amount(count=8)))) == 2


@given(st.integers(1, 400))
def test_the_cut_stack_is_in_order(count: int) -> None:
    labels = tuple(str(number) for number in range(count))
    sheets = stacked(labels)
    piles = [sheets[place::4] for place in range(4)]

    assert tuple(label for pile in piles for label in pile if label) == labels


def test_the_number_of_a_card_stands_in_its_code_and_in_clear() -> None:
    cards = handouts.of_record(sample_record(), shipped(), "cards", Amount(count=4))
    assert isinstance(cards, IdeaCards)

    assert cards.codes[0] == "QW-2026-01 P-001"
    text = text_of_pdf(handouts.render(cards, day=DAY))
    assert all(label in text for label in cards.labels)


def test_the_list_has_ten_lines_on_each_sheet() -> None:
    data = made("attendance", sample_record(), Amount(count=3))
    text = text_of_pdf(data)

    assert len(pages(data)) == 3
    assert "\n30" in text.replace("\r", "")
    assert "Blatt 3 von 3" in text
    assert "Gelöscht wird die Liste am 13. Juni 2026." in " ".join(text.split())


def test_many_options_go_to_a_second_sheet_with_what_is_carried_over() -> None:
    record = sample_record()
    poll = next(poll for poll in record.polls if poll.round == "plenary")
    options = tuple(replace(poll.options[0], id=f"o{n}", label=f"Thema {n:02}") for n in range(20))
    longer = replace(record, polls=(replace(poll, options=options, tallies=()),), outcomes={})
    sheet = handouts.of_record(longer, shipped(), "counting")
    data = handouts.render(sheet, day=DAY)

    assert isinstance(sheet, CountingSheet)
    assert sheet.rule == "Höchstens 2 Punkte je Person und Thema."
    assert len(pages(data)) == 2
    assert "Übertrag" in text_of_pdf(data)


def test_nothing_to_count_is_told() -> None:
    record = replace(small_record(), polls=(), clusters=(), outcomes={})

    with pytest.raises(UserError, match="noch keine Themenfelder"):
        handouts.of_record(record, shipped(), "counting")


def test_the_run_sheet_has_minutes_and_internal_notes() -> None:
    sheet = handouts.of_record(small_record(), shipped(), "run")
    assert isinstance(sheet, RunSheet)

    assert sheet.rows[0][0] == "18:00"
    assert "kurz halten" in sheet.rows[0][4]
    with pytest.raises(UserError, match="Ablauf"):
        handouts.of_record(replace(small_record(), agenda=()), shipped(), "run")


def test_people_are_told_how_long_their_data_are_kept() -> None:
    sheet = handouts.of_record(published(sample_record()), shipped(), "privacy")
    assert isinstance(sheet, PrivacySheet)

    kept = next(part.more for part in sheet.parts if part.text == "Wie lange")
    assert "Teilnehmerliste: bis 13.\u00a0Juni\u00a02026." in kept


def test_too_many_are_refused(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    captured(workspace, workshop.id, "Ein Bus")

    with pytest.raises(UserError, match="So viele Karten"):
        handouts.prepared(workspace, workshop.id, "cards", Amount(count=5000))


def test_a_sheet_is_written_to_a_file(workspace: Workspace, tmp_path: Path) -> None:
    workshop = new_workshop(workspace, "Abend")
    handout = handouts.prepared(workspace, workshop.id, "attendance", Amount(count=1))
    handouts.write(handout, tmp_path / "liste.pdf")

    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF-1.7")
