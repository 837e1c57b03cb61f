import pytest

from quartierdesk.errors import UserError
from quartierdesk.exchange.columns import (
    HEADERS,
    Role,
    personal_columns,
    recognise,
    with_mapping,
)


def recognised(*columns: str) -> dict[str, str]:
    return {role.value: columns[at] for role, at in recognise(columns).items()}


@pytest.mark.parametrize(
    ("columns", "roles"),
    [
        (("document_id", "title", "text", "url"), ("label", "title", "text", "url")),
        (("id", "title/de", "body/de"), ("label", "title", "text")),
        (("comment-id", "comment-body"), ("label", "text")),
        (("comment_text",), ("text",)),
        (("id", "title", "description"), ("label", "title", "text")),
        (("Referenz-Nr.", "Titel", "Beschreibung"), ("label", "title", "text")),
        (("Nr.", "BEITRAG", "Tisch-Nr."), ("label", "text", "table")),
        (("Lfd. Nr.", "Anregung", "Datum"), ("label", "text", "captured_at")),
        (("lat", "lon", "Text"), ("latitude", "longitude", "text")),
        (("Laenge", "Breite", "Text"), ("longitude", "latitude", "text")),
        (("VEROEFFENTLICHEN", "Text"), ("publish", "text")),
        (("Nicht veröffentlichen", "Text"), ("withheld", "text")),
        (("text_original", "text_minutes"), ("text", "minutes")),
    ],
    ids=" ".join,
)
def test_columns_of_other_systems_and_offices_are_recognised(
    columns: tuple[str, ...], roles: tuple[str, ...]
) -> None:
    assert recognised(*columns) == dict(zip(roles, columns, strict=True))


def test_our_own_headings_are_recognised() -> None:
    columns = list(HEADERS.values())

    assert {columns[at]: role for role, at in recognise(columns).items()} == {
        header: role for role, header in HEADERS.items()
    }


def test_the_surest_name_wins() -> None:
    assert recognised("Beschreibung", "Kommentar", "Text")["text"] == "Text"
    assert recognised("title/en", "title/de")["title"] == "title/de"


def test_a_single_column_holds_the_texts_unless_it_holds_names() -> None:
    assert recognised("Was fehlt Ihnen?") == {"text": "Was fehlt Ihnen?"}
    assert recognised("E-Mail") == {"author": "E-Mail"}


def test_columns_about_persons_are_found() -> None:
    assert personal_columns(["Text", "E-Mail", "Vorname", "author/name"]) == [
        "E-Mail",
        "Vorname",
        "author/name",
    ]


COLUMNS = ("Beitrag", "Kommentar", "Ort", "Wo genau")


def mapped(*assignments: str) -> dict[str, str]:
    return {role.value: COLUMNS[at] for role, at in with_mapping(COLUMNS, assignments).items()}


def test_without_assignments_the_recognised_columns_stay() -> None:
    assert mapped() == {"text": "Beitrag", "place": "Ort"}


@pytest.mark.parametrize("role", ["text", "Text", "O-Ton", "beitrag"])
def test_a_role_is_named_in_german_or_english(role: str) -> None:
    assert mapped(f"{role}=Kommentar")["text"] == "Kommentar"


def test_an_assigned_column_loses_its_recognised_role() -> None:
    assert mapped("Titel=Ort") == {"text": "Beitrag", "title": "Ort"}


def test_an_empty_assignment_leaves_a_role_out() -> None:
    assert mapped("Ort=") == {"text": "Beitrag"}


def test_a_column_may_be_named_loosely() -> None:
    assert mapped("place= wo-genau ")["place"] == "Wo genau"


def test_an_unknown_column_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(UserError, match="Eine Spalte „Adresse“ gibt es") as refused:
        mapped("Ort=Adresse")

    assert refused.value.hint == "Vorhanden: „Beitrag“, „Kommentar“, „Ort“ und „Wo genau“."


@pytest.mark.parametrize("assignment", ["Farbe=Ort", "Ort", "=Ort"])
def test_an_unknown_role_is_refused_and_the_known_ones_are_named(assignment: str) -> None:
    with pytest.raises(UserError, match="nicht bekannt") as refused:
        mapped(assignment)

    assert "Protokollfassung" in refused.value.hint


def test_a_role_is_assigned_once() -> None:
    with pytest.raises(UserError, match="zweimal"):
        mapped("Text=Ort", "text=Kommentar")


def test_every_role_can_be_named_by_its_english_word() -> None:
    for role in Role:
        assert with_mapping(COLUMNS, [f"{role.value}=Kommentar"])[role] == 1
