"""What is kept beside the workshops: catalogues, figures, actors, drafts, the history."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from quartierdesk.domain.catalogues import STANDARD_ACTION_FIELDS, Catalogue
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.workshop import Actor, AdviceOffice, Indicator, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import actors, catalogues, drafts, history, indicators, workshops
from quartierdesk.services.catalogues import OwnEntry
from quartierdesk.store.workspace import Access, Workspace
from tests.services.builders import captured, new_workshop, operations


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


def groups(workspace: Workspace, workshop: Workshop) -> Catalogue:
    return catalogues.of_workshop(workspace, workshop.id)["target_group"]


def label(workspace: Workspace, workshop: Workshop, code: str = "senioren") -> str | None:
    entry = groups(workspace, workshop).find(code)
    return entry.label if entry else None


def test_a_new_workshop_has_the_usual_action_fields(
    workspace: Workspace, workshop: Workshop
) -> None:
    known = catalogues.of_workshop(workspace, workshop.id)

    assert known["action_field"].code == STANDARD_ACTION_FIELDS
    assert len(known["action_field"].entries) == 8, "seven and „Sonstiges“"
    assert catalogues.action_field_catalogues()[0].code == STANDARD_ACTION_FIELDS


def test_action_fields_are_chosen_per_workshop(workspace: Workspace, workshop: Workshop) -> None:
    other = new_workshop(workspace, "Zweiter Abend")

    catalogues.choose_fields(workspace, workshop.id, "kda")

    assert catalogues.of_workshop(workspace, workshop.id)["action_field"].code == "kda"
    assert catalogues.of_workshop(workspace, other.id)["action_field"].code == "quartier2030"
    with pytest.raises(UserError, match="„target_group“ gibt es nicht"):
        catalogues.choose_fields(workspace, workshop.id, "target_group")


def test_an_entry_of_ones_own_is_added_everywhere_or_in_one_workshop(
    workspace: Workspace, workshop: Workshop
) -> None:
    other = new_workshop(workspace, "Zweiter Abend")

    catalogues.save_entry(workspace, "target_group", OwnEntry("imker", "Imkerinnen und Imker"))
    catalogues.save_entry(
        workspace, "target_group", OwnEntry("winzer", "Weinbau", "Wein", "#AA0000"), workshop.id
    )

    assert [e.code for e in groups(workspace, workshop).entries[-2:]] == ["imker", "winzer"]
    entry = groups(workspace, workshop).find("winzer")
    assert entry is not None
    assert (entry.label, entry.short, entry.colour) == ("Weinbau", "Wein", "#AA0000")
    assert label(workspace, other, "winzer") is None
    assert label(workspace, other, "imker") == "Imkerinnen und Imker"


def test_an_entry_is_renamed_for_all_and_differently_for_one(
    workspace: Workspace, workshop: Workshop
) -> None:
    other = new_workshop(workspace, "Zweiter Abend")
    shipped = label(workspace, workshop)

    catalogues.save_entry(workspace, "target_group", OwnEntry("senioren", "Ältere"))
    catalogues.save_entry(workspace, "target_group", OwnEntry("senioren", "65 plus"), workshop.id)

    assert (label(workspace, workshop), label(workspace, other)) == ("65 plus", "Ältere")
    catalogues.remove_entry(workspace, "target_group", "senioren", workshop.id)
    assert label(workspace, workshop) == "Ältere"
    catalogues.remove_entry(workspace, "target_group", "senioren")
    assert label(workspace, workshop) == shipped


def test_renaming_keeps_place_colour_and_rule(workspace: Workspace, workshop: Workshop) -> None:
    before = catalogues.of_workshop(workspace, workshop.id)["measure_status"]

    catalogues.save_entry(workspace, "measure_status", OwnEntry("abgelehnt", "Nicht verfolgt"))

    after = catalogues.of_workshop(workspace, workshop.id)["measure_status"]
    assert [e.code for e in after.entries] == [e.code for e in before.entries]
    entry = after.find("abgelehnt")
    assert entry is not None
    assert (entry.label, entry.needs_reason, entry.letter) == ("Nicht verfolgt", True, "A")


def test_what_is_hidden_for_all_may_be_shown_in_one_workshop(
    workspace: Workspace, workshop: Workshop
) -> None:
    other = new_workshop(workspace, "Zweiter Abend")
    before = catalogues.of_workshop(workspace, workshop.id)["contribution_kind"]
    hidden = OwnEntry("idee", "Idee", active=False)

    catalogues.save_entry(workspace, "contribution_kind", hidden)
    catalogues.save_entry(workspace, "contribution_kind", replace(hidden, active=True), workshop.id)

    kinds = catalogues.of_workshop(workspace, other.id)["contribution_kind"]
    assert kinds.find("idee") is None
    shown = catalogues.of_workshop(workspace, workshop.id)["contribution_kind"]
    assert [e.code for e in shown.entries] == [e.code for e in before.entries]
    entry, usual = shown.find("idee"), before.find("idee")
    assert entry is not None
    assert usual is not None
    assert (entry.colour, entry.symbol, entry.letter) == (usual.colour, usual.symbol, usual.letter)


@pytest.mark.parametrize(
    ("catalogue", "entry", "sentence"),
    [
        ("gibt_es_nicht", OwnEntry("a", "A"), "Einen Katalog „gibt_es_nicht“ gibt es nicht"),
        ("method", OwnEntry(" ", "A"), "braucht einen Namen"),
        ("method", OwnEntry("a", " "), "braucht einen Namen"),
        ("method", OwnEntry("a", "A", colour="rot"), "„rot“ ist keine Farbe"),
        ("contribution_kind", OwnEntry("a", "A", symbol="herz"), "Die Form „herz“ gibt es"),
    ],
)
def test_an_impossible_entry_is_refused(
    catalogue: str, entry: OwnEntry, sentence: str, workspace: Workspace, workshop: Workshop
) -> None:
    with pytest.raises(UserError, match=sentence):
        catalogues.save_entry(workspace, catalogue, entry, workshop.id)


def test_a_code_typed_with_blanks_is_the_same_entry(
    workspace: Workspace, workshop: Workshop
) -> None:
    for code in ("imker", " imker "):
        catalogues.save_entry(workspace, "target_group", OwnEntry(code, "Imkerei"))

    codes = [entry.code for entry in groups(workspace, workshop).entries]
    assert codes.count("imker") == 1
    with pytest.raises(UserError, match=r"Es gibt den Katalogeintrag nicht mehr\."):
        catalogues.remove_entry(workspace, "target_group", "winzer")


def test_the_shipped_catalogues_are_not_changed_by_those_of_a_file(
    workspace: Workspace, workshop: Workshop
) -> None:
    before = dict(catalogues.shipped())

    catalogues.save_entry(workspace, "target_group", OwnEntry("senioren", "Ältere"))
    catalogues.of_workshop(workspace, workshop.id)

    assert dict(catalogues.shipped()) == before


def test_figures_belong_to_a_quarter_and_perhaps_to_a_report(
    workspace: Workspace, workshop: Workshop
) -> None:
    told = Indicator(new_id(), "population", "Einwohner", Decimal(2847), source="Statistik")
    kept = Indicator(new_id(), "", "Vereine", Decimal("12.5"), source="Zählung")
    indicators.add(workspace, workshop.quarter_id, told, workshop.id)
    indicators.add(workspace, workshop.quarter_id, kept)

    assert indicators.of_workshop(workspace, workshop.id) == [told]
    assert [i.label for i in indicators.of_quarter(workspace, workshop.quarter_id)] == [
        "Einwohner",
        "Vereine",
    ]
    indicators.edit(workspace, told, replace(told, year=2024))
    indicators.edit(workspace, told, replace(told, unit="Personen"))
    (now,) = indicators.of_workshop(workspace, workshop.id)
    assert (now.year, now.unit) == (2024, "Personen")


@pytest.mark.parametrize(
    "values", [{"label": " "}, {"source": ""}, {"value": Decimal("NaN")}, {"value": Decimal("inf")}]
)
def test_an_impossible_figure_is_refused(
    values: dict[str, object], workspace: Workspace, workshop: Workshop
) -> None:
    good = Indicator(new_id(), "", "Vereine", Decimal(12), source="Zählung")
    bad = replace(good, **values)  # type: ignore[arg-type]

    with pytest.raises(UserError, match="Kennzahl"):
        indicators.add(workspace, workshop.quarter_id, bad)
    indicators.add(workspace, workshop.quarter_id, good)
    with pytest.raises(UserError, match="Kennzahl"):
        indicators.edit(workspace, good, bad)


def test_actors_and_advice_offices_are_listed_by_name(workspace: Workspace) -> None:
    for name in ("Musikverein", "ärztehaus", "Bauhof"):
        actors.add(workspace, Actor(new_id(), None, name))
    office = AdviceOffice(new_id(), None, "Wohnberatung")
    actors.add(workspace, office)

    names = [actor.name for actor in actors.listed(workspace, Actor)]

    assert names == ["ärztehaus", "Bauhof", "Musikverein"]
    assert actors.listed(workspace, AdviceOffice) == [office]
    with pytest.raises(UserError, match="noch keinen Namen"):
        actors.edit(workspace, office, replace(office, name=" "))
    actors.remove(workspace, office)
    with pytest.raises(UserError, match=r"Es gibt den Eintrag nicht mehr\."):
        actors.edit(workspace, office, replace(office, phone="0711"))


def test_a_half_typed_text_survives_closing_the_file(workspace: Workspace) -> None:
    drafts.keep(workspace, "capture", "Der Bus f")
    drafts.keep(workspace, "measure", "Bank")
    drafts.keep(workspace, "capture", "Der Bus fährt\nzu sel")
    path = workspace.path
    workspace.close()

    with Workspace.open(path) as reopened:
        assert drafts.kept(reopened, "capture") == "Der Bus fährt\nzu sel"
        assert drafts.kept(reopened, "measure") == "Bank"
        drafts.keep(reopened, "capture", "")
        assert drafts.kept(reopened, "capture") == ""


def test_a_draft_is_no_step_and_loses_nothing_that_could_be_redone(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, "Bus")
    workspace.undo()
    steps = operations(workspace)

    drafts.keep(workspace, "capture", "Bu")

    assert operations(workspace) == steps
    assert history.next_steps(workspace) == ("Werkstatt angelegt", "Beitrag erfasst")


def test_the_history_says_who_did_what_and_when(workspace: Workspace) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    workshop = new_workshop(workspace)
    captured(workspace, workshop.id, "Bus", "Laden")
    history.undo(workspace)

    lines = history.listed(workspace)

    assert [(line.what, line.rows, line.undone) for line in lines] == [
        ("Zurückgenommen: 2 Beiträge erfasst", 2, False),
        ("2 Beiträge erfasst", 2, True),
        ("Werkstatt angelegt", 3, False),
    ]
    assert {line.who for line in lines} == {"Test"}
    assert all(before <= line.at <= datetime.now(UTC) + timedelta(seconds=1) for line in lines)
    assert history.listed(workspace, 1) == lines[:1]


def test_what_was_undone_and_overtaken_cannot_be_redone(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(workspace, workshop.id, "Bus")
    history.undo(workspace)
    captured(workspace, workshop.id, "Laden")

    assert history.next_steps(workspace) == ("Beitrag erfasst", None)
    with pytest.raises(UserError, match="nichts, was wiederhergestellt werden kann"):
        history.redo(workspace)
    assert [line.undone for line in history.listed(workspace)] == [False, False, True, False]


def test_nothing_done_is_nothing_to_undo(workspace: Workspace) -> None:
    assert history.next_steps(workspace) == (None, None)
    with pytest.raises(UserError, match="nichts, was rückgängig gemacht werden kann"):
        history.undo(workspace)


def test_the_history_is_readable_where_nothing_may_be_written(
    workspace: Workspace, workshop: Workshop
) -> None:
    path = workspace.path
    workspace.close()

    with Workspace.open(path, Access(read_only=True)) as reading:
        assert history.listed(reading)[0].what == "Werkstatt angelegt"
        with pytest.raises(UserError, match="nur zum Lesen geöffnet"):
            workshops.remove(reading, workshop.id)
