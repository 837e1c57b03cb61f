"""People on the list are found in running text however they are named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.people import Participant

PEOPLE = (
    Participant("1", "TN-05", "Maier, Anna Sofie"),
    Participant("2", "TN-06", "Bernd  von der Weide"),
    Participant("3", "7", "Linde"),
    Participant("4", "A", " "),
    Participant("5", "", "Koch,"),
)


def public(text: str) -> str:
    named = NamedPeople.of(PEOPLE)
    assert named is not None
    return named.replaced_in(text, "[…]")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Das sagte Anna Sofie Maier.", "Das sagte […]."),
        ("Das sagte Anna Maier.", "Das sagte […]."),
        ("Maier, Anna", "[…]"),
        ("Maier, Anna Sofie (Tisch 3)", "[…] (Tisch 3)"),
        ("ANNA MAIER und anna maier", "[…] und […]"),
        ("Anna\n Maier", "[…]"),
        ("Anna Maiers Garten", "[…] Garten"),
        ("Anna Maier's Garten, Anna Maier’s Hof", "[…] Garten, […] Hof"),
        ("Frau Maier stürzte, Frau Dr. Maier half.", "[…] stürzte, […] half."),
        ("Familie Maier zieht weg", "[…] zieht weg"),
        ("Bernd von der Weide", "[…]"),
        ("Herrn Weide gehört der Hof", "[…] gehört der Hof"),
        ("Die Linde bleibt, Lindenweg auch", "Die […] bleibt, Lindenweg auch"),
        ("Sprecherin ist TN-05, nicht TN-050.", "Sprecherin ist […], nicht TN-050."),
        ("Arbeitsgruppe Bus (Sprecherin: TN-05)", "Arbeitsgruppe Bus"),
        ("AG (Maier, Anna; Weide) und (Bus)", "AG und (Bus)"),
    ],
)
def test_names_are_replaced(said: str, read: str) -> None:
    assert public(said) == read


@pytest.mark.parametrize(
    "text",
    [
        "Maier ist ein häufiger Name.",
        "Die Weide am Bach und 7 Bänke",
        "A und B",
        "Der Koch kocht.",
        "Annas Garten",
        "Hannamaier",
        "die linde Luft",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert public(text) == text


def test_nobody_on_the_list_is_nobody_to_look_for() -> None:
    assert NamedPeople.of(()) is None
    assert NamedPeople.of([Participant("1", "", ""), Participant("2", "12", " ")]) is None


_NAMES = st.text("abcdeäß -.'", min_size=1, max_size=12)


@settings(deadline=None)
@given(name=_NAMES, label=_NAMES, before=st.text(max_size=20), after=st.text(max_size=20))
def test_a_whole_name_is_never_left(name: str, label: str, before: str, after: str) -> None:
    person = Participant("1", label, name)
    named = NamedPeople.of([person])
    wanted = " ".join(name.split())
    if named is None or not wanted:
        return

    read = named.replaced_in(f"{before} {wanted} {after}", "[…]")

    assert f" {wanted} " not in read or not wanted.strip("-.' ")
