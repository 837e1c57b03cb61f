"""Writing a workshop as JSON."""

from collections.abc import Mapping

from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.agreements import write_measures
from quartierdesk.exchange.workshop_json.cards import (
    write_bundles,
    write_clusters,
    write_contributions,
    write_swot,
)
from quartierdesk.exchange.workshop_json.decisions import (
    write_borda,
    write_consensus,
    write_pairwise,
)
from quartierdesk.exchange.workshop_json.fields import Row
from quartierdesk.exchange.workshop_json.frame import (
    write_enclosures,
    write_place,
    write_retention,
    write_rows,
    write_tables,
    write_top,
)
from quartierdesk.exchange.workshop_json.json_text import to_bytes
from quartierdesk.exchange.workshop_json.mood import write_mood
from quartierdesk.exchange.workshop_json.names import Names, names_of
from quartierdesk.exchange.workshop_json.people import (
    write_demographics,
    write_feedback,
    write_participants,
)
from quartierdesk.exchange.workshop_json.polls import Held, held_polls, write_polls
from quartierdesk.exchange.workshop_json.section import Section
from quartierdesk.exchange.workshop_json.votes import (
    plenary_figures,
    table_dots,
    write_plenary,
    write_table_round,
)


def write_workshop(record: WorkshopRecord) -> bytes:
    """Return the file of a record in the format `quartierdesk.sample/1`, as UTF-8.

    Results come from `record.outcomes`; a poll without outcome is written without result. A record
    of the public edition gives a public file: nothing internal is in it, not even as empty place.
    """
    names = names_of(record)
    held = held_polls(record, names)
    content = {
        **write_top(record, names),
        "workshop": write_place(record, names),
        **_people(record, names),
        **_mood(held),
        **_cards(record, names, held),
        **_votes(held, names),
        **_decisions(record, names, held),
        **_afterwards(record, names),
    }
    content |= _extensions(record, names)
    polls = write_polls(record, names, held, Section(content))
    return to_bytes(content | ({"polls": polls} if polls else {}))


def _people(record: WorkshopRecord, names: Names) -> Row:
    public = record.edition == "public"
    people: Row = {} if public else {"participants": write_participants(record, names)}
    return {
        "agenda": write_rows(record.agenda, rows.AGENDA_ITEM, names, public=public),
        "tables": write_tables(record, names),
        **people,
        "demographics": write_demographics(record),
    }


def _mood(held: Mapping[str, Held]) -> Row:
    moments = {
        slot.removeprefix("mood."): (kept.poll, kept.outcome)
        for slot, kept in held.items()
        if slot.startswith("mood.")
    }
    return {"mood": write_mood(moments)} if moments else {}


def _cards(record: WorkshopRecord, names: Names, held: Mapping[str, Held]) -> Row:
    tables, plenary = held.get("votes.table_round"), held.get("votes.plenary")
    dots = table_dots(tables.poll, tables.outcome) if tables else None
    figures = plenary_figures(plenary.poll, plenary.outcome) if plenary else {}
    return {
        "contributions": write_contributions(record, names, dots or {}),
        "clusters": write_clusters(record, names, dots, figures),
        "idea_store": [
            names.of("contributions", card.id)
            for card in record.contributions
            if card.in_idea_store
        ],
    }


def _votes(held: Mapping[str, Held], names: Names) -> Row:
    votes: Row = {}
    if kept := held.get("votes.table_round"):
        votes["table_round"] = write_table_round(kept.poll, kept.outcome, names)
    if kept := held.get("votes.plenary"):
        votes["plenary"] = write_plenary(kept.poll, kept.outcome, names)
    return {"votes": votes} if votes else {}


def _decisions(record: WorkshopRecord, names: Names, held: Mapping[str, Held]) -> Row:
    place = "decision_examples"
    decisions: Row = {}
    if kept := held.get(f"{place}.systemic_consensing"):
        section = write_consensus(record, kept.poll, kept.outcome)
        decisions["systemic_consensing"] = section
    if kept := held.get(f"{place}.pairwise"):
        decisions["pairwise"] = write_pairwise(record, kept.poll, kept.outcome, names)
    if kept := held.get(f"{place}.borda"):
        decisions["borda"] = write_borda(record, kept.poll, kept.outcome, names)
    return {place: decisions} if decisions else {}


def _afterwards(record: WorkshopRecord, names: Names) -> Row:
    public = record.edition == "public"

    signatures = write_rows(record.signatures, rows.SIGNATURE, names, public=public)
    return {
        "measures": write_measures(record, names),
        "swot": write_swot(record, names),
        "monitoring": write_rows(record.indicators, rows.INDICATOR, names, public=public),
        "feedback": write_feedback(record),
        "next_steps": write_rows(record.next_steps, rows.NEXT_STEP, names, public=public),
        "distribution": [recipient.name for recipient in record.recipients],
        "attachments": write_enclosures(record, names),
        "retention": write_retention(record, names),
        **({} if public else {"signatures": signatures}),
    }


def _extensions(record: WorkshopRecord, names: Names) -> Row:
    public = record.edition == "public"
    lists: Row = {
        "bundles": write_bundles(record, names),
        "answers": write_rows(record.answers, rows.ANSWER, names, public=public),
        "photos": write_rows(record.photos, rows.PHOTO, names, public=public),
    }
    return {key: content for key, content in lists.items() if content}
