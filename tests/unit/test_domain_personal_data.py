"""Signs of personal data in what people said; no alarm on times, dates, prices and distances."""

from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.people import Participant
from quartierdesk.domain.personal_data import signs

PEOPLE = NamedPeople.of([Participant("p", "TN-01", "Musterle, Änne")])
WORDS = st.sampled_from(["Der Bus", "fährt", "zu selten", "beim Rathaus", "– schade!", "Bitte"])
SENTENCES = st.lists(WORDS, max_size=4).map(" ".join)


def kinds(text: str) -> list[str]:
    """Return what kinds of signs are in a text."""
    return [sign.kind for sign in signs(text, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Die Änne Musterle weiß das.", "name", "Änne Musterle"),
        ("Frag Frau Musterle!", "name", "Frau Musterle"),
        ("Die Frau Beispiel isch g’stürzt.", "name", "Frau Beispiel"),
        ("Bei Familie Müller-Maier brennt Licht.", "name", "Familie Müller-Maier"),
        ("Herr Dr. Probe hilft.", "name", "Herr Dr. Probe"),
        ("Ruft mich an: 0711 123456.", "phone", "0711 123456"),
        ("(07 11) 12 34-56 geht immer", "phone", "(07 11) 12 34-56"),
        ("Handy +49 170 1234567", "phone", "+49 170 1234567"),
        ("0170/1234567 abends", "phone", "0170/1234567"),
        ("Tel. 23456", "phone", "23456"),
        ("Schreibt an aenne.musterle@beispiel.de bitte", "email", "aenne.musterle@beispiel.de"),
        ("Ich wohne Kirchgasse 7, oben.", "address", "Kirchgasse 7"),
        ("In der Hauptstr. 12a zieht es", "address", "Hauptstr. 12a"),
        ("Am Marktplatz 3 ist das Licht kaputt", "address", "Marktplatz 3"),
        ("Stuttgarter Straße 104 braucht Hilfe", "address", "Stuttgarter Straße 104"),
    ],
)
def test_what_may_tell_who_somebody_is(text: str, kind: str, found: str) -> None:
    (sign,) = signs(text, PEOPLE)

    assert (sign.kind, sign.found) == (kind, found)
    assert text[sign.start : sign.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "Der letzte Bus fährt um 18:24 Uhr, der erste um 05:10.",
        "07.30–08.15 Uhr ist alles zu, 09.00 bis 12.30 auch.",
        "Am 01.05.2026 und vom 03.05. bis 07.05.2026 ist Fest.",
        "01.05.–03.05.2026",
        "Es kostet 0,50 Euro, 12.500 € oder 1.000.000 €.",
        "Tempo 30, nicht 50; 160 Quadratmeter; 2.847 Leute",
        "Nummer 7 und Haus 12 stehen leer.",
        "Kirchgasse 3–11 ist zu schmal.",
        "In der Kirchgasse 4 Autos, auf der Hauptstraße 50 km/h",
        "Auf Platz 3 und Parkplatz 12, Bahnhof 2, Gehweg 80 cm",
        "Die Frau am Tisch, Herr Bürgermeister, Frau Pfarrerin, Familien und Frauen",
        "B017 und T3-004, Az. FIKTIV-0000, 71634 Ludwigsburg",
        "K 9999, B 27, L 1100",
        "12 Prozent, 0,3 Prozent, 007",
    ],
)
def test_what_is_no_sign(text: str) -> None:
    assert kinds(text) == []


@given(SENTENCES, st.integers(2, 5), st.integers(10_000, 99_999_999), SENTENCES)
def test_a_telephone_number_is_found_wherever_it_stands(
    before: str, area: int, number: int, after: str
) -> None:
    phone = f"0{'7' * area}/{number}"

    assert kinds(f"{before} {phone} {after}") == ["phone"]


@given(SENTENCES, st.times(), st.dates(date(1901, 1, 1)), st.integers(0, 10**7), SENTENCES)
def test_times_dates_and_prices_raise_no_alarm(
    before: str, clock: time, day: date, cents: int, after: str
) -> None:
    price = f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02d} €"
    text = f"{before} {clock:%H:%M} {clock:%H.%M} {day:%d.%m.%Y} {price} {after}"

    assert kinds(text) == []


@given(st.text(max_size=60))
def test_signs_lie_inside_the_text_and_apart(text: str) -> None:
    found = signs(text, PEOPLE)

    for sign in found:
        assert text[sign.start : sign.end] == sign.found
    assert all(a.end <= b.start for a, b in pairwise(found))
