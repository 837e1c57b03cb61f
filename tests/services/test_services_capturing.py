"""Capturing at the line: one step each, nothing lost between the line and the cards."""

from dataclasses import replace
from pathlib import Path

import pytest

from quartierdesk.domain.capture_line import ParsedLine, parse
from quartierdesk.domain.capture_typing import line_of, pasted_lines
from quartierdesk.domain.capture_words import Vocabulary, vocabulary
from quartierdesk.domain.workshop import TopicTable, Workshop
from quartierdesk.errors import UserError
from quartierdesk.services import (
    capturing,
    card_editing,
    catalogues,
    contributions,
    history,
    photos,
    similar,
    workshop_lists,
)
from quartierdesk.services.capturing import HalfTyped
from quartierdesk.store.workspace import Access, Workspace
from tests.services.builders import captured, card, new_workshop, operations
from tests.services.rich import png


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    return new_workshop(workspace)


@pytest.fixture
def known() -> Vocabulary:
    shipped = catalogues.shipped()
    return vocabulary(
        shipped["contribution_kind"], shipped["quartier2030"], shipped["target_group"]
    )


def test_a_line_becomes_a_card_with_all_that_its_codes_say(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    line = parse("! Der Bus #wm fährt @senioren nicht. #pflege /5 x4", known)

    stored = capturing.store_line(workspace, workshop.id, line, table=2)

    (found,) = contributions.listed(workspace, workshop.id)
    assert found == stored
    assert (found.text_original, found.kind, found.mention_count) == (
        "Der Bus fährt nicht.",
        "problem",
        4,
    )
    assert (found.action_field, found.further_fields) == (
        "wohnen_mobilitaet_klima",
        ("pflege_gesundheit",),
    )
    assert found.target_groups == ("senioren",)
    assert found.label == "T5-001"


def test_the_table_stays_until_a_line_names_another(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    for text in ("/3 Bank", "Laden", "/1 Bus"):
        table = capturing.half_typed(workspace, workshop.id).table
        capturing.store_line(workspace, workshop.id, parse(text, known), table)

    labels = [item.label for item in contributions.listed(workspace, workshop.id)]
    assert labels == ["T3-001", "T3-002", "T1-001"]
    assert capturing.half_typed(workspace, workshop.id) == HalfTyped(table=1)


def test_a_captured_card_is_one_step_that_is_named_after_it(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    before = operations(workspace)
    capturing.store_line(workspace, workshop.id, parse("/3 Bank", known))

    assert history.next_steps(workspace)[0] == "Beitrag T3-001 erfasst"
    assert operations(workspace) == before + 1
    history.undo(workspace)
    assert contributions.listed(workspace, workshop.id) == []
    assert workshop_lists.items(workspace, TopicTable, workshop.id) == []


def test_what_is_half_typed_is_there_again_after_the_file_was_opened_anew(
    workspace_file: Path,
) -> None:
    typed = HalfTyped("! Der Bus fährt „nie“ #wm", (22,), 4)
    with Workspace.open(workspace_file) as workspace:
        workshop_id = new_workshop(workspace).id
        capturing.keep_half_typed(workspace, workshop_id, typed)
    with Workspace.open(workspace_file, Access()) as workspace:
        assert capturing.half_typed(workspace, workshop_id) == typed
        capturing.keep_half_typed(workspace, workshop_id, HalfTyped())
        assert capturing.half_typed(workspace, workshop_id) == HalfTyped()


def test_keeping_what_is_half_typed_is_no_step_to_undo(
    workspace: Workspace, workshop: Workshop
) -> None:
    before = operations(workspace)
    capturing.keep_half_typed(workspace, workshop.id, HalfTyped("Ba"))
    assert operations(workspace) == before


def test_an_empty_line_is_refused_and_stays_where_it_is(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    typed = HalfTyped("! #wm")
    capturing.keep_half_typed(workspace, workshop.id, typed)

    with pytest.raises(UserError, match="leer"):
        capturing.store_line(workspace, workshop.id, parse(typed.text, known))
    assert capturing.half_typed(workspace, workshop.id) == typed


def test_many_lines_are_one_step(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    texts = pasted_lines("Bus\n\n  Laden  \r\n\u202e\u200f\n! Bank /2\n")
    lines = [parse(text, known) for text in texts]
    before = operations(workspace)

    capturing.store_lines(workspace, workshop.id, lines, table=4)

    found = contributions.listed(workspace, workshop.id)
    assert [(item.label, item.text_original, item.kind) for item in found] == [
        ("T4-001", "Bus", ""),
        ("T4-002", "Laden", ""),
        ("T2-001", "Bank", "problem"),
    ]
    assert operations(workspace) == before + 1
    assert history.next_steps(workspace)[0] == "3 Beiträge eingefügt"


def test_one_impossible_line_among_many_keeps_all_of_them_out(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    lines: list[ParsedLine] = [parse("Bus", known), parse("!", known)]

    with pytest.raises(UserError, match="Zeile 2 besteht nur aus Kürzeln"):
        capturing.store_lines(workspace, workshop.id, lines)
    assert contributions.listed(workspace, workshop.id) == []


def test_a_mention_empties_the_line_and_makes_no_card(
    workspace: Workspace, workshop: Workshop
) -> None:
    (first,) = captured(workspace, workshop.id, "Am Rathaus fehlt eine Bank")
    capturing.keep_half_typed(workspace, workshop.id, HalfTyped("Bank am Rathaus", table=2))

    assert capturing.count_mention(workspace, workshop.id, first.id, table=2) == 2

    assert contributions.get(workspace, first.id).mention_count == 2
    assert capturing.half_typed(workspace, workshop.id) == HalfTyped(table=2)


def test_the_kind_of_several_cards_is_set_in_one_step(
    workspace: Workspace, workshop: Workshop
) -> None:
    cards = captured(workspace, workshop.id, "Bus", "Laden")

    contributions.set_kind(workspace, [item.id for item in cards], "idee")

    assert {item.kind for item in contributions.listed(workspace, workshop.id)} == {"idee"}
    assert history.next_steps(workspace)[0] == "Art von 2 Beiträgen geändert"


def test_one_card_is_read_with_its_links(workspace: Workspace, workshop: Workshop) -> None:
    made = card(
        target_groups=("kinder",), further_fields=("wohnen", "pflege"), themes=("inklusion",)
    )
    stored = contributions.capture(workspace, workshop.id, made)
    assert contributions.get(workspace, stored.id) == stored


def test_a_card_that_says_the_same_is_found_with_the_words_they_share(
    workspace: Workspace, workshop: Workshop
) -> None:
    captured(
        workspace,
        workshop.id,
        "Seit der Hirsch zu isch, fehlt uns ein Treff.",
        "Der Bus fährt zu selten.",
        "Ein Treffpunkt im alten Hirsch wäre schön, auch für Kinder und Vereine.",
    )

    found = similar.said_before(
        workspace, workshop.id, "Seit der Hirsch zu hat, fehlt ein Treffpunkt", limit=5
    )

    assert [(said.label, said.common) for said in found] == [
        ("P-001", ("Hirsch", "Treffpunkt")),
        ("P-003", ("Hirsch", "Treffpunkt")),
    ]


def test_usual_words_other_workshops_and_deleted_cards_are_nothing_said_before(
    workspace: Workspace, workshop: Workshop
) -> None:
    other = new_workshop(workspace, "Zweiter Abend")
    captured(workspace, other.id, "Eine Bank am Rathaus")
    (gone,) = captured(workspace, workshop.id, "Die Bank beim Rathaus")
    captured(workspace, workshop.id, "Es fehlt einfach immer etwas für alle")
    contributions.remove(workspace, [gone.id])

    for text in ("Bank am Rathaus", "Es fehlt immer alles", "Bank", '"Bank" OR "Rathaus', ""):
        assert similar.said_before(workspace, workshop.id, text) == []


def test_editing_in_the_line_changes_what_the_line_says_and_nothing_else(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    made = card(
        "Der Bus", kind="kritik", action_field="eigenes", further_fields=("pflege_gesundheit",),
        target_groups=("kinder",), themes=("inklusion",), place="Markt", note="Bitte prüfen",
    )  # fmt: skip
    stored = contributions.capture(workspace, workshop.id, made)
    line, literal = line_of(stored, known) or ("", frozenset())
    assert line == "Der Bus #pflege @kinder"

    changed = "Der Bus fährt #digital @kinder x2 /4"
    taken = parse(line, known, literal)
    capturing.edit_line(workspace, stored, taken, parse(changed, known), None)

    after = contributions.get(workspace, stored.id)
    assert (after.text_original, after.kind, after.mention_count) == ("Der Bus fährt", "kritik", 2)
    assert (after.action_field, after.further_fields) == ("digitalisierung", ("eigenes",))
    assert (after.target_groups, after.themes, after.place) == (
        ("kinder",),
        ("inklusion",),
        "Markt",
    )
    assert (after.note, after.label) == ("Bitte prüfen", "P-001")
    assert history.next_steps(workspace)[0] == "Beitrag P-001 bearbeitet"
    assert capturing.half_typed(workspace, workshop.id) == HalfTyped()


def test_a_card_is_edited_with_its_photos_in_one_step(
    workspace: Workspace, workshop: Workshop
) -> None:
    (stored,) = captured(workspace, workshop.id, "Bank")
    for colour in ("blue", "red"):
        photos.add(workspace, workshop.id, png(colour), stored.id, alt_text="Bank")
    before = card_editing.load(workspace, stored.id)
    steps = operations(workspace)

    described = replace(before.photos[0], alt_text="Eine Bank am Markt")
    after = replace(before.card, title="Bank am Markt", publish="no")
    card_editing.store(workspace, before, after, [described])

    again = card_editing.load(workspace, stored.id)
    assert again.card == after
    assert again.photos == (described,)
    assert set(again.pictures) == {described.sha256}
    assert operations(workspace) == steps + 1
    history.undo(workspace)
    assert card_editing.load(workspace, stored.id) == before


def test_many_lines_tell_how_far_they_are_and_can_be_taken_back_halfway(
    workspace: Workspace, workshop: Workshop, known: Vocabulary
) -> None:
    lines = [parse(f"Beitrag {number}", known) for number in range(450)]
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        capturing.store_lines(workspace, workshop.id, lines, advanced=stop)
    assert told == [(0, 450), (200, 450)]
    assert contributions.listed(workspace, workshop.id) == []

    capturing.store_lines(workspace, workshop.id, lines)
    assert [item.label for item in contributions.listed(workspace, workshop.id)][-1] == "P-450"
    assert history.next_steps(workspace)[0] == "450 Beiträge eingefügt"
