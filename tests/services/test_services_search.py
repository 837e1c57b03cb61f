"""Finding contributions while somebody types."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quartierdesk.domain.text import fold
from quartierdesk.domain.workshop import Workshop
from quartierdesk.services import contributions, search, workshops
from quartierdesk.store.workspace import Workspace
from tests.services.builders import assert_leaves_the_house, captured, card, new_workshop

TEXTS = (
    "Die Bushaltestelle am Rathaus ist nicht überdacht.",
    "Auf der Straße zur Schule fehlt ein Gehweg.",
    "Zu viel Müll auf dem Spielplatz",
    "Der Muell wird zu selten geholt.",
    "Ein Café „Zur Linde“ für alle",
    "50 % der Busse kommen zu spät.",
    "Kosten_Plan (Entwurf) *wichtig*",
    "C++ Kurs AND Tanz OR Chor NOT Karaoke NEAR Halle",
    "Öl und Übung",
    'Sie sagte "nie" und O\'Neill nickte.',
)


@pytest.fixture
def workshop(workspace: Workspace) -> Workshop:
    made = new_workshop(workspace)
    captured(workspace, made.id, *TEXTS)
    return made


def found(workspace: Workspace, text: str, workshop: Workshop | None = None) -> list[str]:
    hits = search.search(workspace, text, workshop_id=workshop.id if workshop else None)
    return [hit.text_original for hit in hits]


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize(
    ("typed", "beginnings"),
    [
        ("halte", ["Die Bus"]),
        ("HALTE", ["Die Bus"]),
        ("strasse", ["Auf der Straße"]),
        ("straße", ["Auf der Straße"]),
        ("Strase", []),
        ("muell", ["Der Muell", "Zu viel Müll"]),
        ("Müll", ["Zu viel Müll", "Der Muell"]),
        ("mull", ["Zu viel Müll"]),
        ("cafe", ["Ein Café"]),
        ("cafe\u0301", ["Ein Café"]),
        ("überdacht rathaus", ["Die Bus"]),
        ("rathaus schule", []),
        ("bus", ["50 %", "Die Bus"]),
        ("öl", ["Öl und", "Der Muell"]),
        ("oel", ["Öl und", "Der Muell"]),
        ("üb", ["Öl und", "Die Bus"]),
        ("%", ["50 %"]),
        ("50 %", ["50 %"]),
        ("_", ["Kosten_"]),
        ("n_p", ["Kosten_"]),
        ("*", ["Kosten_"]),
        ("*wichtig*", ["Kosten_"]),
        ("(entwurf)", ["Kosten_"]),
        ("c++", ["C++"]),
        ('"nie"', ["Sie sagte"]),
        ("o'neill", ["Sie sagte"]),
        ("„zur linde“", ["Ein Café"]),
        ("tanz AND chor", ["C++"]),
        ("NEAR", ["C++"]),
        ("NOT karaoke", ["C++"]),
        ("^karaoke", []),
        ("-karaoke", []),
        ("folded:karaoke", []),
        ("karaoke OR", ["C++"]),
        ("kara*", []),
        ('"', ["Sie sagte"]),
        ("P-003", ["Zu viel Müll"]),
        ("p-00", [text[:8] for text in reversed(TEXTS[:9])]),
    ],
)
def test_what_is_typed_finds_what_was_said(
    everywhere: bool,
    typed: str,
    beginnings: list[str],
    workspace: Workspace,
    workshop: Workshop,
) -> None:
    texts = found(workspace, typed, None if everywhere else workshop)

    assert len(texts) == len(beginnings), texts
    for text, beginning in zip(texts, beginnings, strict=True):
        assert text.startswith(beginning)


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize("typed", ["", " ", "\n\t", "\u0301", "\u200f", "\x00", "\ud800"])
def test_nothing_typed_finds_nothing(
    everywhere: bool, typed: str, workspace: Workspace, workshop: Workshop
) -> None:
    assert found(workspace, typed, None if everywhere else workshop) == []


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize(
    "typed",
    [
        "bus " * 5000,
        "x" * 200_000,
        '"' * 5000,
        " ".join(f"wort{n}" for n in range(2000)),
        "müll\x00muell \udcff",
        "ä" * 20_000,
    ],
)
def test_very_long_and_strange_queries_are_answered(
    everywhere: bool, typed: str, workspace: Workspace, workshop: Workshop
) -> None:
    assert len(found(workspace, typed, None if everywhere else workshop)) <= len(TEXTS)


@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(typed=st.text(max_size=12) | st.sampled_from(TEXTS).map(lambda text: text[3:9]))
def test_both_ways_of_looking_find_the_same(
    typed: str, workspace: Workspace, workshop: Workshop
) -> None:
    everywhere = found(workspace, typed)

    assert everywhere == found(workspace, typed, workshop)
    words = fold(typed).split()
    if len(words) == 1 and typed.isascii() and typed.isalnum():
        assert {t for t in TEXTS if words[0] in fold(t)} <= set(everywhere)


@pytest.mark.parametrize("everywhere", [True, False])
def test_whole_words_come_before_beginnings_before_parts(
    everywhere: bool, workspace: Workspace
) -> None:
    workshop = new_workshop(workspace)
    captured(
        workspace,
        workshop.id,
        "Ein Bus am Abend",
        "Busse am Abend",
        "Der Schulbus am Abend",
        "Omnibusse am Abend",
        "Busspur am Abend",
    )

    texts = found(workspace, "bus", None if everywhere else workshop)

    assert texts == [
        "Ein Bus am Abend",
        "Busspur am Abend",
        "Busse am Abend",
        "Omnibusse am Abend",
        "Der Schulbus am Abend",
    ]


@pytest.mark.parametrize("everywhere", [True, False])
def test_deleted_ones_are_not_found_until_they_come_back(
    everywhere: bool, workspace: Workspace, workshop: Workshop
) -> None:
    where = None if everywhere else workshop
    (item,) = captured(workspace, workshop.id, "Ziegenhof")

    contributions.remove(workspace, [item.id])
    assert found(workspace, "ziegen", where) == []
    assert found(workspace, "zi", where) == []
    workspace.undo()
    assert found(workspace, "ziegen", where) == found(workspace, "zi", where) == ["Ziegenhof"]
    workspace.redo()
    assert found(workspace, "ziegen", where) == []


def test_a_workshop_in_the_bin_is_not_searched(workspace: Workspace, workshop: Workshop) -> None:
    workshops.remove(workspace, workshop.id)
    assert found(workspace, "bushaltestelle") == found(workspace, "bu") == []
    assert found(workspace, "bushaltestelle", workshop) == []

    workshops.restore(workspace, workshop.id)
    assert len(found(workspace, "bushaltestelle")) == 1


def test_the_search_stays_in_its_workshop(workspace: Workspace, workshop: Workshop) -> None:
    other = new_workshop(workspace, "Zweiter Abend")
    captured(workspace, other.id, "Bushaltestelle ohne Licht")

    assert found(workspace, "haltestelle", other) == ["Bushaltestelle ohne Licht"]
    assert len(found(workspace, "haltestelle", workshop)) == 1
    assert len(found(workspace, "haltestelle")) == 2


def test_an_edited_text_is_found_by_its_new_words(workspace: Workspace, workshop: Workshop) -> None:
    (item,) = captured(workspace, workshop.id, "Ziegenhof")
    contributions.edit(
        workspace, item, replace(item, text_original="Schafstall", place="Ochsenhalde")
    )

    assert found(workspace, "ziegen") == []
    assert found(workspace, "schaf ochsen") == ["Schafstall"]
    workspace.undo()
    assert found(workspace, "ziegen") == ["Ziegenhof"]


def test_title_minutes_and_place_are_searched(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    told = card("abc", title="Bürgerbus", text_minutes="Fahrplan", place="Marktplatz")
    contributions.capture(workspace, workshop.id, told)

    for typed in ("bürgerbus", "fahrplan", "marktplatz", "abc"):
        assert found(workspace, typed) == ["abc"]


def test_no_more_than_the_limit_is_returned(workspace: Workspace) -> None:
    workshop = new_workshop(workspace)
    captured(workspace, workshop.id, *(f"Bus {number}" for number in range(70)))

    assert len(search.search(workspace, "bus")) == 50
    hits = search.search(workspace, "bus", limit=3)
    assert [hit.label for hit in hits] == ["P-070", "P-069", "P-068"]
    assert_leaves_the_house(hits)


def test_searching_is_one_statement(
    workspace: Workspace, workshop: Workshop, statements: list[str]
) -> None:
    statements.clear()

    found(workspace, "halte stelle am")

    assert len(statements) == 1
