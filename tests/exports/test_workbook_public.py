"""What the public workbook never contains, in no part of the file."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest

from quartierdesk.domain.catalogues import STANDARD_ACTION_FIELDS
from quartierdesk.domain.contribution import Contribution
from quartierdesk.domain.edition import published
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Ballot
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workbook_origin import WorkbookOrigin
from quartierdesk.domain.workshop import AgendaItem, Enclosure, HeadCount, Signature
from quartierdesk.exports.workbook import write_workbook
from quartierdesk.services.catalogues import shipped
from quartierdesk.services.protocols import build
from quartierdesk.services.workbook_state import editable, origin_of
from tests.exports.small_workshop import small_record

KNOWN = {**shipped(), "action_field": shipped()[STANDARD_ACTION_FIELDS]}
SHOWN_INTERNALLY = (
    "Geheimnisträger, Gesine",
    "TN-77",
    "GEHEIM Notiz der Werkstatt",
    "GEHEIM Notiz zum Programm",
    "GEHEIM interner Programmpunkt",
    "GEHEIM Notiz zum Beitrag",
    "GEHEIM zurückgehaltener Beitrag",
    "GEHEIM persönlicher Wortlaut",
    "GEHEIM interne Anlage",
    "GEHEIM Beantworterin",
    "Unterzeichner, Udo",
)
NOWHERE = ("GEHEIM Bogen", "geheim-kennung")
MOMENT = "46094.7952199"  # 13.03.2026, 19:05:07 as a sheet counts days


def secretive_record() -> WorkshopRecord:
    """Return a workshop with something secret in every place that is not for publication."""
    record = small_record()
    cards = (
        replace(record.contributions[0], note="GEHEIM Notiz zum Beitrag"),
        replace(record.contributions[1], text_original="GEHEIM persönlicher Wortlaut"),
        Contribution(
            "geheim-kennung-b3", "T1-003", "GEHEIM zurückgehaltener Beitrag", publish="no",
            table_id="t1", captured_at=datetime(2026, 3, 13, 18, tzinfo=UTC),
        ),
    )  # fmt: skip
    polls = tuple(
        replace(poll, ballots=tuple(replace(b, label="GEHEIM Bogen") for b in poll.ballots))
        for poll in record.polls
    )
    assert any(isinstance(ballot, Ballot) for poll in polls for ballot in poll.ballots)
    return replace(
        record,
        workshop=replace(
            record.workshop, id="geheim-kennung-w", notes="GEHEIM Notiz der Werkstatt"
        ),
        agenda=(
            replace(record.agenda[0], notes="GEHEIM Notiz zum Programm"),
            AgendaItem("a2", "GEHEIM interner Programmpunkt", public=False),
        ),
        participants=(
            *record.participants,
            Participant("geheim-kennung-p2", "TN-77", "Geheimnisträger, Gesine"),
        ),
        contributions=cards,
        polls=polls,
        answers=tuple(replace(a, answered_by="GEHEIM Beantworterin") for a in record.answers),
        enclosures=(Enclosure("e1", "GEHEIM interne Anlage", public=False),),
        signatures=(Signature("s1", "Moderation", "Unterzeichner, Udo"),),
    )


def text_of(stream: io.BytesIO) -> str:
    """Return everything in the file as one text, names of its members included."""
    with zipfile.ZipFile(stream) as archive:
        members = [f"{name}\n{archive.read(name).decode('utf-8')}" for name in archive.namelist()]
        assert archive.comment == b""
    return unescape("\n".join(members))


@pytest.fixture(scope="module")
def public() -> str:
    """Return the text of the public workbook."""
    stream = io.BytesIO()
    write_workbook(build(published(secretive_record()), KNOWN), stream)
    return text_of(stream)


@pytest.fixture(scope="module")
def internal() -> str:
    """Return the text of the internal workbook."""
    record, stream = secretive_record(), io.BytesIO()
    write_workbook(editable(record, KNOWN), stream, origin_of(record, KNOWN))
    return text_of(stream)


@pytest.mark.parametrize("secret", [*SHOWN_INTERNALLY, *NOWHERE, MOMENT])
def test_nothing_secret_is_in_the_public_file(public: str, secret: str) -> None:
    assert secret not in public


@pytest.mark.parametrize("secret", [*SHOWN_INTERNALLY, MOMENT, "geheim-kennung-b3"])
def test_the_internal_file_does_contain_it(internal: str, secret: str) -> None:
    assert secret in internal


def test_the_public_file_carries_no_origin(public: str, internal: str) -> None:
    for hidden in ("Herkunft", "Auswahl", "dataValidation", 'state="hidden"'):
        assert hidden not in public
        assert hidden in internal
    ids = [*(card.id for card in small_record().contributions), small_record().measures[0].id]
    assert not any(f">{identity}<" in public for identity in ids)


def test_a_public_protocol_never_gets_an_origin() -> None:
    record = published(small_record())

    with pytest.raises(ValueError, match="origin"):
        origin_of(record, KNOWN)
    with pytest.raises(ValueError, match="origin"):
        write_workbook(build(record, KNOWN), io.BytesIO(), WorkbookOrigin("w", {}))


def test_no_suppressed_number_can_be_computed(public: str) -> None:
    record = small_record()
    counts = [item.count for item in record.head_counts]
    stream = io.BytesIO()
    write_workbook(build(published(record), KNOWN), stream)
    shown = published(record).head_counts

    assert HeadCount("h1", "age_group", "18_29", 3) in record.head_counts
    assert sum(item.count is None for item in shown) == 2
    total = sum(count or 0 for count in counts)
    assert f"<v>{total}</v>" not in public
    assert "<v>3</v></c><c" not in public.partition("Wer war da?")[2].partition("</worksheet>")[0]
