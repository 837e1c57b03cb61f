"""The public edition in every format: nothing that must not leave the house, nothing to compute."""

import io
import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import published
from quartierdesk.domain.measure import Answer
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.protocol import Length, Protocol, Table
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.domain.small_counts import protect
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    HeadCount,
    Indicator,
    Signature,
)
from quartierdesk.services import exports, records
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.exports import ExportFormat, Paper
from quartierdesk.services.protocols import build
from quartierdesk.store.workspace import Access, Workspace
from tests.exports.reading import all_of_pdf, all_of_workbook, text_of_pdf
from tests.exports.small_workshop import evaluated, sample_record

FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)
LENGTHS: tuple[Length, ...] = get_args(Length)

# Each stands for something that never leaves the house; none of them can be divided at a line end.
NAME, HOST, CONTACT, SIGNED = "Qwertzu", "TNQ77", "qwx@yz.de", "Sgnxx"
AGENDA_NOTE, HIDDEN_ITEM, NOTE, QUARTER_NOTE = "Agnxx", "Hdnxx", "Ntxxx", "Qrtxx"
CARD_NOTE, SECRET_CARD, STORY, STORY_PLACE = "Crdxx", "Scrxx", "Stryx", "Plcxx"
ENCLOSED, ANSWERER, OFFICER, BALLOT = "Nclxx", "Nswxx", "Ffcxx", "Blltx"
ORGANISATION, PERSON_NOTE = "Rgnxx", "Prsxx"
MARKERS = (
    NAME,
    HOST,
    CONTACT,
    SIGNED,
    AGENDA_NOTE,
    HIDDEN_ITEM,
    NOTE,
    QUARTER_NOTE,
    CARD_NOTE,
    SECRET_CARD,
    STORY,
    STORY_PLACE,
    ENCLOSED,
    ANSWERER,
    OFFICER,
    BALLOT,
    ORGANISATION,
    PERSON_NOTE,
)
CAPTURED = datetime(2026, 3, 13, 18, 47, 53, tzinfo=UTC)
IN_INTERNAL: Mapping[str, tuple[str, ...]] = {
    "json": MARKERS,
    "csv": (CARD_NOTE, SECRET_CARD, STORY, STORY_PLACE, "18:47"),
    "xlsx": tuple(marker for marker in MARKERS if marker != BALLOT),
    "pdf": (
        NAME,
        HOST,
        CONTACT,
        SIGNED,
        AGENDA_NOTE,
        HIDDEN_ITEM,
        NOTE,
        QUARTER_NOTE,
        SECRET_CARD,
        STORY,
        STORY_PLACE,
        ENCLOSED,
        OFFICER,
        ORGANISATION,
    ),
}


def marked_record() -> WorkshopRecord:
    """Return the sample with something in every place that must not leave the house."""
    record = sample_record()
    person = Participant(
        "p-q",
        HOST,
        f"{NAME}, Anna",
        organisation=ORGANISATION,
        contact=CONTACT,
        notes=PERSON_NOTE,
        consents=(Consent("k", "contact", True),),
    )
    secret = Contribution(
        "b-s", "B901", f"Das bleibt hier {SECRET_CARD}", note=CARD_NOTE, publish="no"
    )
    story = Contribution(
        "b-t",
        "B902",
        f"{NAME} ist {STORY}",
        "Jemand ist gestürzt.",
        place=STORY_PLACE,
        note=CARD_NOTE,
        contains_personal_data=True,
        captured_at=CAPTURED,
    )
    [first, *tables] = record.tables
    polls = tuple(
        replace(poll, ballots=tuple(replace(b, label=BALLOT) for b in poll.ballots))
        for poll in record.polls
    )
    return evaluated(
        replace(
            record,
            municipality=replace(record.municipality, data_protection_officer=OFFICER),
            quarter=replace(record.quarter, notes=QUARTER_NOTE),
            workshop=replace(record.workshop, notes=NOTE),
            agenda=(
                AgendaItem("a-n", "Begrüßung", notes=AGENDA_NOTE),
                AgendaItem("a-h", HIDDEN_ITEM, public=False),
                *record.agenda,
            ),
            tables=(replace(first, host_id=person.id), *tables),
            participants=(person, *record.participants),
            contributions=(*record.contributions, secret, story),
            polls=polls,
            answers=(Answer("x", "answered", "Ja.", record.clusters[0].id, answered_by=ANSWERER),),
            enclosures=(Enclosure("e", ENCLOSED, public=False), *record.enclosures),
            signatures=(Signature("s", "Moderation", SIGNED),),
        )
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, template_file: Path) -> Mapping[str, bytes]:
    """Return every export of the marked workshop by edition, format and length."""
    folder = tmp_path_factory.mktemp("fassungen")
    path = folder / "Werkstatt.quartier"
    path.write_bytes(template_file.read_bytes())
    found: dict[str, bytes] = {}
    with Workspace.open(path, Access(actor="Test")) as workspace:
        workshop_id = records.store(workspace, marked_record())
        for edition in get_args(Edition):
            for kind in FORMATS:
                for length in LENGTHS if kind == "pdf" else LENGTHS[:1]:
                    target = folder / f"{edition}-{length}.{kind}"
                    exports.export(workspace, workshop_id, kind, edition, target, Paper(length))
                    found[f"{edition} {kind} {length}"] = target.read_bytes()
    return found


def everything(kind: str, data: bytes) -> str:
    """Return all that can be found in a file of this format."""
    readers = {"pdf": all_of_pdf, "xlsx": all_of_workbook}
    return readers.get(kind, lambda raw: raw.decode("utf-8"))(data)


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_internal_leaves_the_house(files: Mapping[str, bytes], kind: str) -> None:
    for length in LENGTHS if kind == "pdf" else LENGTHS[:1]:
        text = everything(kind, files[f"public {kind} {length}"])
        dense = "".join(text.split())

        assert [marker for marker in MARKERS if marker in dense] == []
        assert "TN-0" not in text
        assert "18:47" not in text
        assert "2026-03-13T18:47" not in text
        for person in sample_record().participants:
            assert person.name not in text


@pytest.mark.parametrize("kind", FORMATS)
def test_the_internal_edition_does_contain_it(files: Mapping[str, bytes], kind: str) -> None:
    text = everything(kind, files[f"internal {kind} documentation"])
    dense = "".join(text.split())

    assert [marker for marker in IN_INTERNAL[kind] if "".join(marker.split()) not in dense] == []


def test_a_public_pdf_says_its_title_and_the_municipality_and_nothing_else(
    files: Mapping[str, bytes],
) -> None:
    with pikepdf.open(io.BytesIO(files["public pdf documentation"])) as file:
        told = {str(key): str(value) for key, value in file.docinfo.items()}

    sample = sample_record()
    assert told.pop("/Title") == sample.workshop.title
    assert told.pop("/Author") == sample.municipality.name
    assert {told.pop("/Creator"), told.pop("/Producer")} == {"QuartierDesk"}
    days = {told.pop("/CreationDate"), told.pop("/ModDate")}
    assert all("000000" in day for day in days)  # a day, no time
    assert told == {}


def test_small_groups_are_a_dash_on_paper_and_in_the_workbook(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "mappe.xlsx"
    path.write_bytes(files["public xlsx documentation"])
    sheet = load_workbook(path)["Teilnehmende"]
    lines = {
        row[1].value: [cell.value for cell in row] for row in sheet.iter_rows() if row[1].value
    }
    page = text_of_pdf(files["public pdf documentation"])

    assert list(lines["Unter 18 Jahre"][2:4]) == ["–", "–"]
    assert lines["65 bis 79 Jahre"][2] == 18
    assert "Unter 18 Jahre – –" in page.replace("\r\n", "\n")
    shown = json.loads(files["public json documentation"])["demographics"]["published_expected"]
    assert shown["age_group"]["unter_18"] is None
    assert shown["age_group"]["65_79"] == 18


def table(protocol: Protocol, name: str) -> Table:
    """Return the table with this name."""
    blocks = (block for section in protocol.sections for block in section.blocks)
    return next(block for block in blocks if isinstance(block, Table) and block.name == name)


GROUPS = ("unter_18", "18_29", "30_49", "65_79", "80_plus")


def with_ages(sizes: Mapping[str, int]) -> WorkshopRecord:
    """Return a workshop where so many people of each age were counted, with official shares."""
    sample = sample_record()
    shares = {"share_u18": "16.8", "share_65plus": "25.3", "share_80plus": "8.1"}
    return replace(
        sample,
        head_counts=tuple(HeadCount(g, "age_group", g, count) for g, count in sizes.items()),
        indicators=tuple(Indicator(c, c, c, Decimal(v)) for c, v in shares.items()),
    )


def seen(sizes: Mapping[str, int]) -> tuple[object, ...]:
    """Return every number about ages that the public protocol shows."""
    protocol = build(published(with_ages(sizes)), shipped())
    section = protocol.section("participants")
    assert section is not None
    return tuple(block for block in section.blocks if getattr(block, "name", "") != "Teilnahme")


def alternatives(sizes: Mapping[str, int], hidden: list[str]) -> Iterator[dict[str, int]]:
    """Yield other counts of the hidden groups with the same sum."""
    total = sum(sizes[group] for group in hidden)
    for counts in itertools.product(range(total + 1), repeat=len(hidden) - 1):
        last = total - sum(counts)
        if last >= 0:
            yield {**sizes, **dict(zip(hidden, (*counts, last), strict=True))}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(lambda sizes: sum(sizes) >= 5))
def test_no_hidden_number_can_be_worked_out(sizes: list[int]) -> None:
    exact = dict(zip(GROUPS, sizes, strict=True))
    hidden = [group for group, count in protect(exact).items() if count is None]
    if not hidden or sum(exact[group] for group in hidden) > 12 or len(hidden) > 4:
        return
    shown = seen(exact)
    possible: dict[str, set[int]] = {group: set() for group in hidden}
    for other in alternatives(exact, hidden):
        if {g for g, c in protect(other).items() if c is None} == set(hidden) and seen(
            other
        ) == shown:
            for group in hidden:
                possible[group].add(other[group])

    assert all(len(values) > 1 for values in possible.values())


def test_the_same_numbers_stand_in_every_format(files: Mapping[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "mappe.xlsx"
    path.write_bytes(files["public xlsx documentation"])
    book = load_workbook(path)
    page = " ".join(text_of_pdf(files["public pdf documentation"]).replace("\u00a0", " ").split())
    content = json.loads(files["public json documentation"])
    ranked: dict[str, tuple[object, ...]] = {}
    for row in book["Priorisierung"].iter_rows(values_only=True):
        if isinstance(row[0], int) and isinstance(row[2], str) and row[2].startswith("C"):
            ranked.setdefault(row[2], (row[0], row[3], row[4]))
    titles = {each["id"]: each["title"] for each in content["clusters"]}

    for result in content["votes"]["plenary"]["result"]:
        rank, dots, share = ranked[result["cluster"]]
        assert (rank, dots) == (result["rank"], result["dots"])
        assert isinstance(share, float)
        assert round(share * 100, 1) == result["share_pct"]
        said = f"{result['share_pct']:.1f} %".replace(".", ",")
        assert f"{titles[result['cluster']]} {result['cluster']} {dots} {said}" in page
    rows = files["public csv documentation"].decode("utf-8-sig").splitlines()
    assert len(content["contributions"]) == 61
    assert len([row for row in rows if row.startswith(("B0", "B9"))]) == 61
