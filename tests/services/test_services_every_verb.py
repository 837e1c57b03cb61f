"""What holds for everything a facilitator does: one step, named, taken back and done again."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.contribution import Bundle, Cluster, SwotStatement
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Participant
from quartierdesk.domain.poll import Poll, PollGroup, PollOption
from quartierdesk.domain.protocol import ProtocolSettings
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.workshop import (
    Actor,
    AdviceOffice,
    AgendaItem,
    Indicator,
    Municipality,
    Quarter,
    TopicTable,
    Workshop,
)
from quartierdesk.services import (
    actors,
    answers,
    bundling,
    catalogues,
    clusters,
    contributions,
    history,
    indicators,
    measures,
    participants,
    photos,
    poll_names,
    polls,
    protocols,
    records,
    releases,
    suggestions,
    walls,
    weighting,
    workshop_lists,
    workshops,
)
from quartierdesk.services.catalogues import OwnEntry
from quartierdesk.store.integrity import check
from quartierdesk.store.workspace import Access, Workspace
from tests.services.builders import assert_leaves_the_house, card, content, operations, sheet
from tests.services.rich import png, rich_record

Act = Callable[[Workspace, WorkshopRecord], object]

DOTS, MOOD, BORDA = 0, 1, 4
"""Places of polls in the rich workshop; the last two are not closed."""


def _id(record: WorkshopRecord) -> str:
    return record.workshop.id


WORKSHOPS: Mapping[str, tuple[str, Act]] = {
    "workshops.create": (
        "Werkstatt angelegt",
        lambda w, r: workshops.create(w, Workshop(new_id(), r.quarter.id, "Zweiter Abend")),
    ),
    "workshops.create_plain": (
        "Werkstatt angelegt",
        lambda w, r: workshops.create_plain(w, "Zweiter Abend"),
    ),
    "workshops.edit": (
        "Werkstatt bearbeitet",
        lambda w, r: workshops.edit(w, r.workshop, replace(r.workshop, title="Neu", notes="")),
    ),
    "workshops.remove": ("Werkstatt gelöscht", lambda w, r: workshops.remove(w, _id(r))),
    "workshops.ensure_quarter": (
        "Quartier angelegt",
        lambda w, r: workshops.ensure_quarter(
            w, Municipality(new_id(), "Talheim"), Quarter(new_id(), "", "Mühlbach")
        ),
    ),
    "workshops.edit_quarter": (
        "Quartier bearbeitet",
        lambda w, r: workshops.edit_quarter(w, r.quarter, replace(r.quarter, notes="Neu")),
    ),
    "workshops.edit_municipality": (
        "Gemeinde bearbeitet",
        lambda w, r: workshops.edit_municipality(
            w, r.municipality, replace(r.municipality, imprint="Neu")
        ),
    ),
    "workshop_lists.add": (
        "Programmpunkt hinzugefügt",
        lambda w, r: workshop_lists.add(w, _id(r), AgendaItem(new_id(), "Ausklang")),
    ),
    "workshop_lists.add_all": (
        "Einträge hinzugefügt",
        lambda w, r: workshop_lists.add_all(
            w, _id(r), [AgendaItem(new_id(), "Ausklang"), TopicTable(new_id(), 8)]
        ),
    ),
    "workshop_lists.edit": (
        "Thementisch bearbeitet",
        lambda w, r: workshop_lists.edit(w, r.tables[0], replace(r.tables[0], topic="Verkehr")),
    ),
    "workshop_lists.remove": (
        "Programmpunkt gelöscht",
        lambda w, r: workshop_lists.remove(w, r.agenda[0]),
    ),
    "workshop_lists.remove, of a table": (
        "Thementisch gelöscht",
        lambda w, r: workshop_lists.remove(w, r.tables[0]),
    ),
    "workshop_lists.arrange": (
        "Reihenfolge geändert",
        lambda w, r: workshop_lists.arrange(w, r.agenda[::-1]),
    ),
    "workshop_lists.add, a statement": (
        "Aussage hinzugefügt",
        lambda w, r: workshop_lists.add(
            w, _id(r), SwotStatement(new_id(), "threat", r.contributions[2].id)
        ),
    ),
    "participants.add": (
        "Teilnehmerliste ergänzt",
        lambda w, r: participants.add(w, _id(r), Participant(new_id(), "TN-09", "Klein, Bo")),
    ),
    "participants.edit": (
        "Teilnehmerliste bearbeitet",
        lambda w, r: participants.edit(
            w, r.participants[0], replace(r.participants[0], contact="", role="gast")
        ),
    ),
    "participants.remove": (
        "Teilnehmerliste gekürzt",
        lambda w, r: participants.remove(w, r.participants[0].id),
    ),
    "participants.record_consent": (
        "Einwilligung festgehalten",
        lambda w, r: participants.record_consent(w, r.participants[1].id, "contact", True),
    ),
    "participants.record_consent, again": (
        "Einwilligung festgehalten",
        lambda w, r: participants.record_consent(w, r.participants[0].id, "list", False),
    ),
    "indicators.add": (
        "Kennzahl ergänzt",
        lambda w, r: indicators.add(
            w, r.quarter.id, Indicator(new_id(), "", "Läden", None, source="Zählung")
        ),
    ),
    "indicators.edit": (
        "Kennzahl bearbeitet",
        lambda w, r: indicators.edit(w, r.indicators[0], replace(r.indicators[0], year=2025)),
    ),
    "indicators.remove": (
        "Kennzahl gelöscht",
        lambda w, r: indicators.remove(w, r.indicators[0].id),
    ),
    "actors.add": (
        "Akteur angelegt",
        lambda w, r: actors.add(w, Actor(new_id(), None, "Musikverein")),
    ),
    "actors.edit": (
        "Beratungsstelle bearbeitet",
        lambda w, r: actors.edit(
            w,
            actors.listed(w, AdviceOffice)[0],
            replace(actors.listed(w, AdviceOffice)[0], phone="0711"),
        ),
    ),
    "actors.remove": (
        "Akteur gelöscht",
        lambda w, r: actors.remove(w, actors.listed(w, Actor)[0]),
    ),
    "catalogues.choose_fields": (
        "Katalog der Handlungsfelder gewählt",
        lambda w, r: catalogues.choose_fields(w, _id(r), "kda"),
    ),
    "catalogues.save_entry": (
        "Katalog ergänzt",
        lambda w, r: catalogues.save_entry(w, "method", OwnEntry("talk", "Talkrunde"), _id(r)),
    ),
    "catalogues.remove_entry": (
        "Katalog gekürzt",
        lambda w, r: catalogues.remove_entry(w, "target_group", "imker"),
    ),
    "photos.add": (
        "Foto hinzugefügt",
        lambda w, r: photos.add(w, _id(r), png("blue"), r.contributions[1].id),
    ),
    "photos.edit": (
        "Foto bearbeitet",
        lambda w, r: photos.edit(w, r.photos[0], replace(r.photos[0], caption="Brunnen")),
    ),
    "photos.remove": ("Foto gelöscht", lambda w, r: photos.remove(w, r.photos[0].id)),
    "records.store": (
        "Werkstatt übernommen: title Ä",
        lambda w, r: records.store(w, rich_record()),
    ),
}

CARDS: Mapping[str, tuple[str, Act]] = {
    "contributions.capture": (
        "Beitrag erfasst",
        lambda w, r: contributions.capture(w, _id(r), card(table_id=r.tables[1].id)),
    ),
    "contributions.capture_many": (
        "2 Beiträge erfasst",
        lambda w, r: contributions.capture_many(w, _id(r), [card(), card(themes=("inklusion",))]),
    ),
    "contributions.edit": (
        "Beitrag bearbeitet",
        lambda w, r: contributions.edit(
            w,
            r.contributions[0],
            replace(
                r.contributions[0],
                text_minutes="Neu",
                label="T7-001",
                themes=("inklusion",),
                target_groups=(),
                table_id=r.tables[1].id,
            ),
        ),
    ),
    "contributions.remove, one": (
        "Beitrag gelöscht",
        lambda w, r: contributions.remove(w, [r.contributions[0].id]),
    ),
    "contributions.remove, all": (
        "4 Beiträge gelöscht",
        lambda w, r: contributions.remove(w, (c.id for c in r.contributions)),
    ),
    "contributions.set_kind": (
        "Art von 2 Beiträgen geändert",
        lambda w, r: contributions.set_kind(w, [c.id for c in r.contributions[:2]], "hinweis"),
    ),
    "contributions.move_to_table": (
        "2 Beiträge jetzt an Tisch 9",
        lambda w, r: contributions.move_to_table(w, _id(r), [c.id for c in r.contributions[:2]], 9),
    ),
    "contributions.mention_again": (
        "Mehrfachnennung gezählt",
        lambda w, r: contributions.mention_again(w, r.contributions[0].id),
    ),
    "contributions.bundle": (
        "Beiträge gebündelt",
        lambda w, r: contributions.bundle(w, [c.id for c in r.contributions[1:3]], "Bus"),
    ),
    "contributions.add_bundles, with a card in it": (
        "Beitrag mit Bündel",
        lambda w, r: _bundle_with_card(w, _id(r)),
    ),
    "contributions.split_bundle": (
        "Bündel aufgelöst",
        lambda w, r: contributions.split_bundle(w, r.bundles[0].id),
    ),
    "contributions.table_id": (
        "Tisch 9 eingerichtet",
        lambda w, r: contributions.table_id(w, _id(r), 9),
    ),
    "clusters.create": (
        "Themenfeld „Neu“ angelegt",
        lambda w, r: clusters.create(
            w, _id(r), Cluster(new_id(), "", "Neu"), [c.id for c in r.contributions]
        ),
    ),
    "clusters.edit": (
        "Themenfeld bearbeitet",
        lambda w, r: clusters.edit(w, r.clusters[0], replace(r.clusters[0], title="Neu")),
    ),
    "clusters.assign": (
        "2 Beiträge nach „Verkehr“",
        lambda w, r: clusters.assign(w, [c.id for c in r.contributions[2:]], r.clusters[1].id),
    ),
    "clusters.assign, back": (
        "Beitrag zurück zu „Noch nicht geordnet“",
        lambda w, r: clusters.assign(w, [r.contributions[0].id], None),
    ),
    "clusters.put_aside": (
        "Beitrag in den Themenspeicher",
        lambda w, r: clusters.put_aside(w, [r.contributions[0].id]),
    ),
    "bundling.bundle": (
        "Beiträge gebündelt",
        lambda w, r: bundling.bundle(w, [c.id for c in r.contributions[::2]], "Bus und Bahn"),
    ),
    "clusters.merge": (
        "Themenfelder zusammengelegt",
        lambda w, r: clusters.merge(w, r.clusters[2].id, [c.id for c in r.clusters[:2]]),
    ),
    "clusters.remove": (
        "Themenfeld gelöscht",
        lambda w, r: clusters.remove(w, r.clusters[0].id),
    ),
    "clusters.arrange": (
        "Themenfelder umgestellt",
        lambda w, r: clusters.arrange(w, [c.id for c in r.clusters[::-1]]),
    ),
}

DECISIONS: Mapping[str, tuple[str, Act]] = {
    "polls.create": (
        "Abfrage angelegt",
        lambda w, r: polls.create(
            w, _id(r), Poll(new_id(), "dots", options=polls.with_new_ids(["A", "B"]))
        ),
    ),
    "polls.edit": (
        "Abfrage bearbeitet",
        lambda w, r: polls.edit(w, r.polls[BORDA], replace(r.polls[BORDA], question="Was?")),
    ),
    "polls.set_state": (
        "Abfrage eröffnet",
        lambda w, r: polls.set_state(w, r.polls[DOTS].id, "open"),
    ),
    "polls.remove": ("Abfrage gelöscht", lambda w, r: polls.remove(w, r.polls[DOTS].id)),
    "polls.add_option": (
        "Wahlmöglichkeit ergänzt",
        lambda w, r: polls.add_option(w, r.polls[MOOD].id, PollOption(new_id(), "schlecht")),
    ),
    "polls.edit_option": (
        "Wahlmöglichkeit bearbeitet",
        lambda w, r: polls.edit_option(
            w, r.polls[MOOD].options[0], replace(r.polls[MOOD].options[0], label="prima")
        ),
    ),
    "polls.remove_option": (
        "Wahlmöglichkeit gelöscht",
        lambda w, r: polls.remove_option(w, r.polls[MOOD].options[0].id),
    ),
    "polls.add_group": (
        "Gruppe ergänzt",
        lambda w, r: polls.add_group(w, r.polls[MOOD].id, PollGroup(new_id(), "Jugend")),
    ),
    "polls.count, up": (
        "Punkte gezählt",
        lambda w, r: polls.count(w, r.polls[MOOD].options[0].id, 3),
    ),
    "polls.count, down": (
        "Punkte gezählt",
        lambda w, r: polls.count(w, r.polls[MOOD].options[0].id, -3),
    ),
    "polls.count, for the first time": (
        "Punkte gezählt",
        lambda w, r: polls.count(w, r.polls[MOOD].options[1].id, 1),
    ),
    "polls.set_count": (
        "Punkte gezählt",
        lambda w, r: polls.set_count(w, r.polls[MOOD].options[2].id, 4, count_number=2),
    ),
    "polls.add_ballots": (
        "2 Stimmzettel erfasst",
        lambda w, r: polls.add_ballots(
            w,
            r.polls[BORDA].id,
            [sheet(r.polls[BORDA], {"A": 1, "B": 2}), sheet(r.polls[BORDA], {"C": 1})],
        ),
    ),
    "polls.correct_ballot": (
        "Stimmzettel berichtigt",
        lambda w, r: polls.correct_ballot(
            w,
            r.polls[BORDA].id,
            replace(sheet(r.polls[BORDA], {"A": 1}), id=r.polls[BORDA].ballots[0].id),
        ),
    ),
    "polls.remove_ballot": (
        "Stimmzettel gelöscht",
        lambda w, r: polls.remove_ballot(w, r.polls[BORDA].ballots[0].id),
    ),
    "measures.create": (
        "Maßnahme angelegt",
        lambda w, r: measures.create(
            w,
            _id(r),
            Measure(new_id(), "", "Bank", contribution_ids=(r.contributions[2].id,)),
        ),
    ),
    "measures.create_from_cluster": (
        "Maßnahme aus Themenfeld angelegt",
        lambda w, r: measures.create_from_cluster(w, r.clusters[1].id),
    ),
    "measures.edit": (
        "Maßnahme bearbeitet",
        lambda w, r: measures.edit(
            w,
            r.measures[0],
            replace(
                r.measures[0],
                goal="Neu",
                cluster_ids=(r.clusters[2].id, r.clusters[0].id),
                contribution_ids=(),
            ),
        ),
    ),
    "measures.remove": ("Maßnahme gelöscht", lambda w, r: measures.remove(w, r.measures[0].id)),
    "measures.arrange": (
        "Maßnahmen umgestellt",
        lambda w, r: measures.arrange(w, [m.id for m in r.measures[::-1]]),
    ),
    "answers.give": (
        "Antwort festgehalten",
        lambda w, r: answers.give(
            w, _id(r), Answer(new_id(), "declined", "Zu teuer", r.clusters[1].id)
        ),
    ),
    "answers.edit": (
        "Antwort bearbeitet",
        lambda w, r: answers.edit(w, r.answers[0], replace(r.answers[0], text="Neu")),
    ),
    "answers.remove": ("Antwort gelöscht", lambda w, r: answers.remove(w, r.answers[0].id)),
    "protocols.set_settings": (
        "Protokoll eingestellt",
        lambda w, r: protocols.set_settings(w, _id(r), ProtocolSettings("internal", "short")),
    ),
    "releases.release": (
        "Protokoll freigegeben: Fassung 1.0",
        lambda w, r: releases.release(w, _id(r), ProtocolSettings(length="instant")),
    ),
}

VERBS = {**WORKSHOPS, **CARDS, **DECISIONS}


def _bundle_with_card(workspace: Workspace, workshop_id: str) -> None:
    with workspace.transaction("Beitrag mit Bündel"):
        made = Bundle(new_id(), "Noch ein Bündel")
        contributions.add_bundles(workspace, workshop_id, [made])
        contributions.capture(workspace, workshop_id, card(bundle_id=made.id))


@pytest.fixture(scope="module")
def before(rich_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Return what people see in the rich workshop before anything happens."""
    path = shutil.copy(rich_template, tmp_path_factory.mktemp("vorher") / "vorher.quartier")
    with Workspace.open(Path(path), Access(read_only=True)) as opened:
        return content(opened)


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_is_one_named_step_that_can_be_taken_back_and_done_again(
    name: str, before: dict[str, object], rich_workspace: Workspace, rich_id: str
) -> None:
    label, act = VERBS[name]
    record = records.load(rich_workspace, rich_id)
    steps = operations(rich_workspace)

    assert_leaves_the_house(act(rich_workspace, record))
    after = content(rich_workspace)

    assert operations(rich_workspace) == steps + 1
    assert history.listed(rich_workspace, 1)[0].what == label
    assert after != before
    assert history.undo(rich_workspace).label == f"Zurückgenommen: {label}"
    assert content(rich_workspace) == before
    assert history.redo(rich_workspace).label == f"Wiederhergestellt: {label}"
    assert content(rich_workspace) == after

    rich_workspace.undo()
    act(rich_workspace, record)
    assert operations(rich_workspace) == steps + 5, "what was undone can be done anew"
    rich_workspace.undo()
    assert content(rich_workspace) == before


def test_the_log_tells_every_row_whatever_was_done(
    before: dict[str, object], rich_workspace: Workspace, rich_id: str
) -> None:
    record = records.load(rich_workspace, rich_id)

    for _, act in VERBS.values():
        act(rich_workspace, record)
        rich_workspace.undo()
        rich_workspace.redo()
        rich_workspace.undo()

    assert check(rich_workspace) == []
    assert content(rich_workspace) == before


@pytest.mark.parametrize(
    "read",
    [
        lambda w, r: workshops.get(w, _id(r)),
        lambda w, r: workshops.overview(w),
        lambda w, r: workshops.find(w, r.workshop.label),
        lambda w, r: workshops.quarters(w),
        lambda w, r: workshops.municipalities(w),
        lambda w, r: workshop_lists.items(w, AgendaItem, _id(r)),
        lambda w, r: workshop_lists.items(w, TopicTable, _id(r)),
        lambda w, r: participants.listed(w, _id(r)),
        lambda w, r: contributions.listed(w, _id(r)),
        lambda w, r: clusters.listed(w, _id(r)),
        lambda w, r: walls.wall(w, _id(r)),
        lambda w, r: suggestions.suggested(w, _id(r)),
        lambda w, r: polls.listed(w, _id(r)),
        lambda w, r: [polls.result(w, poll.id) for poll in r.polls],
        lambda w, r: weighting.lines(w, _id(r)),
        lambda w, r: [weighting.view(w, poll.id) for poll in r.polls],
        lambda w, r: poll_names.candidates(w, _id(r)),
        lambda w, r: measures.listed(w, _id(r)),
        lambda w, r: answers.unanswered(w, _id(r)),
        lambda w, r: actors.listed(w, Actor),
        lambda w, r: actors.listed(w, AdviceOffice),
        lambda w, r: indicators.of_quarter(w, r.quarter.id),
        lambda w, r: indicators.of_workshop(w, _id(r)),
        lambda w, r: photos.listed(w, _id(r)),
        lambda w, r: catalogues.of_workshop(w, _id(r)),
        lambda w, r: catalogues.action_field_catalogues(),
        lambda w, r: history.listed(w),
        lambda w, r: history.next_steps(w),
    ],
)
def test_what_a_service_returns_is_frozen_and_no_row_of_the_database(
    read: Act, rich_workspace: Workspace, rich_id: str
) -> None:
    record = records.load(rich_workspace, rich_id)
    steps = operations(rich_workspace)

    assert_leaves_the_house(read(rich_workspace, record))

    assert operations(rich_workspace) == steps
