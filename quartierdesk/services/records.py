"""The whole workshop as one frozen record: loaded for every export, stored by every import."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from sqlalchemy.orm import Session

from quartierdesk.domain.contribution import SwotStatement
from quartierdesk.domain.edition import published
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.domain.results import evaluate
from quartierdesk.domain.text import clean_line
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    FeedbackCount,
    FeedbackQuote,
    HeadCount,
    Municipality,
    NextStep,
    Quarter,
    Recipient,
    RetentionDate,
    Signature,
    TopicTable,
    Workshop,
)
from quartierdesk.errors import UserError
from quartierdesk.services import (
    answers,
    clusters,
    contributions,
    indicators,
    measures,
    participants,
    photos,
    polls,
    workshop_lists,
    workshops,
)
from quartierdesk.services.rows import existing, frozen
from quartierdesk.store.schema.frame import Municipality as MunicipalityTable
from quartierdesk.store.schema.frame import Quarter as QuarterTable
from quartierdesk.store.schema.frame import Workshop as WorkshopTable
from quartierdesk.store.workspace import Workspace


def load(workspace: Workspace, workshop_id: str, edition: Edition = "internal") -> WorkshopRecord:
    """Return a workshop with everything that belongs to it and the results of its polls."""
    with workspace.reading() as session:
        record = _with_lists(workspace, frame(session, workshop_id))
        counted = tuple(polls.of_workshop(session, workshop_id))
        record = replace(
            record,
            contributions=tuple(contributions.of_workshop(session, workshop_id)),
            clusters=tuple(clusters.of_workshop(session, workshop_id)),
            bundles=tuple(contributions.bundles_of(session, workshop_id)),
            participants=tuple(participants.listed(workspace, workshop_id)),
            photos=tuple(photos.of_workshop(session, workshop_id)),
            polls=counted,
            measures=tuple(measures.of_workshop(session, workshop_id)),
            answers=tuple(answers.of_workshop(session, workshop_id)),
            indicators=tuple(indicators.of_workshop(workspace, workshop_id)),
            outcomes={poll.id: evaluate(poll) for poll in counted},
        )
    return published(record) if edition == "public" else record


def frame(session: Session, workshop_id: str) -> WorkshopRecord:
    """Return a workshop with its quarter and municipality, without anything that happened in it."""
    workshop = existing(session, WorkshopTable, workshop_id, "die Werkstatt")
    quarter = session.get_one(QuarterTable, workshop.quarter_id)
    municipality = session.get_one(MunicipalityTable, quarter.municipality_id)
    return WorkshopRecord(
        frozen(Municipality, municipality), frozen(Quarter, quarter), frozen(Workshop, workshop)
    )


def store(workspace: Workspace, record: WorkshopRecord) -> str:
    """Store a workshop with everything in it as one operation and return its id.

    Municipality and quarter are those of the file where it has such ones already. Photos stay out:
    a record does not carry their bytes. Dots that several laptops counted become one tally. Raises
    `UserError` for a workshop that is in the file already.
    """
    title = clean_line(record.workshop.title, "Titel")
    with workspace.transaction(f"Werkstatt übernommen: {title}") as session:
        if session.get(WorkshopTable, record.workshop.id) is not None:
            raise UserError(
                "Diese Werkstatt liegt schon in der Datei.",
                "Wurde sie gelöscht, dann holen Sie sie bitte aus dem Papierkorb zurück.",
            )
        quarter_id = workshops.ensure_quarter(workspace, record.municipality, record.quarter)
        workshop = workshops.create(workspace, replace(record.workshop, quarter_id=quarter_id))
        session.flush()
        for step in (_store_people, _store_cards, _store_decisions, _store_lists):
            step(workspace, workshop.id, record)
        for indicator in record.indicators:
            indicators.add(workspace, quarter_id, indicator, workshop.id)
    return workshop.id


def _with_lists(workspace: Workspace, record: WorkshopRecord) -> WorkshopRecord:
    def listed(kind: type[workshop_lists.Item]) -> tuple[workshop_lists.Item, ...]:
        return tuple(workshop_lists.items(workspace, kind, record.workshop.id))

    return replace(
        record,
        agenda=listed(AgendaItem),
        tables=listed(TopicTable),
        head_counts=listed(HeadCount),
        swot=listed(SwotStatement),
        feedback=listed(FeedbackCount),
        feedback_quotes=listed(FeedbackQuote),
        next_steps=listed(NextStep),
        recipients=listed(Recipient),
        enclosures=listed(Enclosure),
        signatures=listed(Signature),
        retention=listed(RetentionDate),
    )


def _store_people(workspace: Workspace, workshop_id: str, record: WorkshopRecord) -> None:
    workshop_lists.add_all(workspace, workshop_id, record.tables)
    for person in record.participants:
        participants.add(workspace, workshop_id, person)


def _store_cards(workspace: Workspace, workshop_id: str, record: WorkshopRecord) -> None:
    for cluster in record.clusters:
        clusters.create(workspace, workshop_id, cluster)
    contributions.add_bundles(workspace, workshop_id, record.bundles)
    if record.contributions:
        contributions.capture_many(workspace, workshop_id, record.contributions)


def _store_decisions(workspace: Workspace, workshop_id: str, record: WorkshopRecord) -> None:
    for measure in record.measures:
        measures.create(workspace, workshop_id, measure)
    for poll in record.polls:
        polls.create(workspace, workshop_id, poll)
    for answer in record.answers:
        answers.give(workspace, workshop_id, answer)


def _store_lists(workspace: Workspace, workshop_id: str, record: WorkshopRecord) -> None:
    lists: tuple[Sequence[workshop_lists.ListItem], ...] = (
        record.agenda,
        record.head_counts,
        record.swot,
        record.feedback,
        record.feedback_quotes,
        record.next_steps,
        record.recipients,
        record.enclosures,
        record.signatures,
        record.retention,
    )
    workshop_lists.add_all(workspace, workshop_id, chain.from_iterable(lists))
