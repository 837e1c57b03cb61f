"""A workshop in which everything occurs that a workshop can hold."""

import io
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

from PIL import Image

from quartierdesk.domain.contribution import Bundle, Cluster, Contribution, SwotStatement
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import (
    Actor,
    AdviceOffice,
    AgendaItem,
    Enclosure,
    FeedbackCount,
    FeedbackQuote,
    HeadCount,
    Indicator,
    Municipality,
    NextStep,
    Quarter,
    Recipient,
    RetentionDate,
    Signature,
    TopicTable,
    Workshop,
)
from quartierdesk.services import actors, catalogues, photos, polls, records
from quartierdesk.services.catalogues import OwnEntry
from quartierdesk.store.workspace import Workspace
from tests.services.builders import comparison_sheet, filled, sheet


def rich_record() -> WorkshopRecord:
    """Return a record with every kind of thing in it, every field filled somewhere."""
    municipality = filled(Municipality, arms_sha256="")
    quarter = filled(Quarter, municipality_id=municipality.id)
    workshop = filled(Workshop, quarter_id=quarter.id, timezone="Europe/Zurich", smallest_count=4)
    host = filled(Participant, label="TN-07", name="Maier, Anna", consents=_consents())
    seat = filled(TopicTable, number=3, host_id=host.id)
    guest = Participant(new_id(), "TN-08", table_id=seat.id)
    record = WorkshopRecord(
        municipality,
        quarter,
        workshop,
        agenda=(filled(AgendaItem), AgendaItem(new_id(), "Pause", position=1)),
        tables=(seat, TopicTable(new_id(), 7, "Wohnen")),
        participants=(host, guest),
        head_counts=(filled(HeadCount, count=12), HeadCount(new_id(), "Alter", "65–79", 0)),
        feedback=(filled(FeedbackCount), FeedbackCount(new_id(), "Wie war es?", "gut", 18)),
        feedback_quotes=(filled(FeedbackQuote),),
        next_steps=(filled(NextStep), NextStep(new_id(), "Protokoll versenden")),
        recipients=(filled(Recipient), Recipient(new_id(), "Gemeinderat")),
        enclosures=(filled(Enclosure), Enclosure(new_id(), "Wegeplan")),
        signatures=(filled(Signature),),
        retention=(filled(RetentionDate),),
        indicators=(filled(Indicator), Indicator(new_id(), "", "Vereine", None, source="Zählung")),
    )
    return _with_decisions(_with_cards(record))


def furnish(workspace: Workspace) -> str:
    """Store the rich workshop with photo, actors and catalogue entries; return its id."""
    workshop_id = records.store(workspace, rich_record())
    cards = records.load(workspace, workshop_id).contributions
    photos.add(workspace, workshop_id, png(), cards[0].id)
    municipality_id = records.load(workspace, workshop_id).municipality.id
    actors.add(workspace, filled(Actor, municipality_id=municipality_id))
    actors.add(workspace, filled(AdviceOffice, municipality_id=None))
    catalogues.save_entry(workspace, "target_group", OwnEntry("imker", "Imkerinnen und Imker"))
    return workshop_id


def png(colour: str = "red", size: tuple[int, int] = (40, 30)) -> bytes:
    """Return a small picture."""
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "PNG")
    return stream.getvalue()


def without_arrangement(value: Any) -> Any:  # noqa: ANN401 - any part of a record
    """Return a record without what a file decides itself.

    These are the positions in a list, apart from its order, and which laptop counted a tally under
    which identity.
    """
    if isinstance(value, Tally):
        return replace(value, id="", replica="")
    if isinstance(value, tuple):
        plain = tuple(without_arrangement(item) for item in value)
        return tuple(sorted(plain, key=repr)) if Tally in map(type, plain) else plain
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: without_arrangement(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **{n: 0 if n == "position" else v for n, v in changed.items()})
    return value


def _consents() -> tuple[Consent, ...]:
    return (Consent(new_id(), "list", True), Consent(new_id(), "photo", False, "Amtsblatt"))


def _at_six(cards: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    moment = datetime(2026, 3, 13, 18, tzinfo=UTC)
    return tuple(replace(card, captured_at=card.captured_at or moment) for card in cards)


def _with_cards(record: WorkshopRecord) -> WorkshopRecord:
    clusters = (
        filled(Cluster, label="C01"),
        Cluster(new_id(), "C05", "Verkehr", position=1),
        Cluster(new_id(), "C06", "Ohne Beiträge", position=2),
    )
    bundle_id = new_id()
    rich = filled(
        Contribution,
        label="T3-017",
        publish="anonymized",
        table_id=record.tables[0].id,
        cluster_id=clusters[0].id,
        bundle_id=bundle_id,
    )
    cards = (
        rich,
        Contribution(
            new_id(),
            "B002",
            "Der Bus fährt zu selten.",
            cluster_id=clusters[1].id,
            bundle_id=bundle_id,
        ),
        Contribution(new_id(), "P-002", "Abends fährt kein Bus.", publish="no"),
        Contribution(new_id(), "P-003", "Müll auf dem Spielplatz"),
    )
    return replace(
        record,
        clusters=clusters,
        contributions=_at_six(cards),
        bundles=(Bundle(bundle_id, "Es fährt zu selten ein Bus.", cards[1].id),),
        swot=(
            SwotStatement(new_id(), "strength", text="Viele Vereine"),
            SwotStatement(new_id(), "weakness", cards[1].id, position=1),
        ),
    )


def _with_decisions(record: WorkshopRecord) -> WorkshopRecord:
    cluster, card = record.clusters[0], record.contributions[0]
    measure = filled(
        Measure,
        label="M01",
        effort=2,
        benefit=5,
        status="abgelehnt",
        cluster_ids=(cluster.id, record.clusters[1].id),
        contribution_ids=(record.contributions[1].id, card.id),
    )
    plain = Measure(new_id(), "M02", "Bank aufstellen", position=1)
    return replace(
        record,
        measures=(measure, plain),
        answers=(
            filled(
                Answer,
                decision="taken_up",
                cluster_id=cluster.id,
                contribution_id=None,
                measure_id=measure.id,
            ),
            Answer(new_id(), "answered", "Die Mülleimer kommen.", None, record.contributions[3].id),
        ),
        polls=_polls(record, measure),
    )


def _polls(record: WorkshopRecord, measure: Measure) -> tuple[Poll, ...]:
    made = (
        _dots(record, measure),
        _mood(),
        _consensus(),
        _pairwise(),
        _borda(),
        _estimates("effort_benefit", {"effort": 2, "benefit": 5}),
        _estimates("eisenhower", {"important": 1, "urgent": 0}),
    )
    return tuple(replace(poll, position=place) for place, poll in enumerate(made))


def _dots(record: WorkshopRecord, measure: Measure) -> Poll:
    options = list(polls.with_new_ids(["", "", "", "Freibad"]))
    options[0] = replace(options[0], cluster_id=record.clusters[0].id)
    options[1] = replace(options[1], contribution_id=record.contributions[0].id)
    options[2] = replace(options[2], measure_id=measure.id)
    group = filled(PollGroup, table_id=record.tables[0].id, voters=10)
    poll = filled(Poll, method="dots", state="closed", options=tuple(options), groups=(group,))
    tallies = (
        Tally(new_id(), options[0].id, 7, group.id),
        Tally(new_id(), options[1].id, 2, group.id),
        Tally(new_id(), options[0].id, 8, group.id, count_number=2),
    )
    return replace(poll, tallies=tallies)


def _mood() -> Poll:
    options = polls.with_new_ids(["sehr gut", "gut", "mittel"])
    tallies = (Tally(new_id(), options[0].id, 5), Tally(new_id(), options[2].id, 1))
    return Poll(new_id(), "mood", round="start", state="open", options=options, tallies=tallies)


def _consensus() -> Poll:
    options = polls.with_new_ids(["Verein", "Gemeinde", "Alles bleibt"])
    options = (*options[:2], replace(options[2], is_status_quo=True))
    poll = Poll(new_id(), "consensus", state="closed", scale_max=10, options=options)
    given = sheet(poll, {"Verein": 2, "Gemeinde": 0, "Alles bleibt": 9}, label="Tisch 1")
    return replace(poll, ballots=(given,))


def _pairwise() -> Poll:
    poll = Poll(new_id(), "pairwise", state="closed", options=polls.with_new_ids(["A", "B", "C"]))
    given = comparison_sheet(poll, {("A", "B"): 2, ("A", "C"): 1, ("B", "C"): 0})
    return replace(poll, ballots=(given,))


def _borda() -> Poll:
    poll = Poll(new_id(), "borda", variant="modified", options=polls.with_new_ids(["A", "B", "C"]))
    given = (sheet(poll, {"B": 1, "A": 2}), sheet(poll, {"C": 1, "B": 1}))
    return replace(poll, ballots=tuple(replace(b, position=place) for place, b in enumerate(given)))


def _estimates(method: str, values: dict[str, int]) -> Poll:
    options = polls.with_new_ids(["Café", "Radweg"])
    marks = tuple(
        BallotMark(new_id(), option.id, value, aspect=aspect)
        for option in options
        for aspect, value in values.items()
    )
    return Poll(
        new_id(),
        method,
        state="closed",
        options=options,
        ballots=(Ballot(new_id(), "Tisch 2", marks),),
    )
