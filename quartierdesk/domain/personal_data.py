"""Signs of personal data in what people said: names, telephone numbers, addresses, e-mail.

Source: domain rule (block list of the attendance list, hit scan before publication). It warns and
never locks; times, dates, prices, distances and numbers of cards are no signs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from quartierdesk.domain.named_people import NamedPeople

SignKind = Literal["name", "phone", "address", "email"]


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that may tell who somebody is: `text[start:end]`, word for word `found`."""

    kind: SignKind
    found: str
    start: int
    end: int


# A name without a participant behind it: „Frau Musterle“, „Familie Beispiel“.
_ADDRESSED = re.compile(
    r"(?<!\w)(?:Frau|Herrn?|Familie|Fam\.|Eheleute)\s+(?:(?:Dr|Prof)\.\s+)*"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)(?!\w)"
)
_OFFICES = frozenset(
    {
        "Bürgermeister",
        "Bürgermeisterin",
        "Doktor",
        "Holle",
        "Landrat",
        "Landrätin",
        "Lehrer",
        "Lehrerin",
        "Minister",
        "Ministerin",
        "Nachbar",
        "Nachbarin",
        "Oberbürgermeister",
        "Oberbürgermeisterin",
        "Ortsvorsteher",
        "Ortsvorsteherin",
        "Pfarrer",
        "Pfarrerin",
    }
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w-])")
# It begins like a telephone number: 0…, +49 …, (07 11) …, in groups that dashes, slashes, full
# stops or blanks keep apart.
_PHONE = re.compile(r"(?<![\w.,:/+-])(?:\+\d{2,3}|\(?0\d{1,5}\)?)(?:[\s./–-]*\(?\d+\)?)+(?![\w:])")
# Neither an address nor a telephone number goes without one; most sentences do.
_DIGIT = re.compile(r"\d")
_PHONE_DIGITS = range(7, 16)
_LABELLED_PHONE = re.compile(
    r"(?<!\w)(?:Tel|Telefon|Telefonnummer|Handy|Handynummer|Mobil|Fax)\b\.?:?\s*"
    r"(?P<number>\d(?:[\s./–-]*\d){4,14})(?![\w:])",
    re.IGNORECASE,
)
# Days („01.05.2026“), times („07.30“) and prices („1.250,00“) are no part of a telephone number.
_NO_PHONE = re.compile(
    r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?(?!\d)|(?<![\d.:])\d{1,2}[.:]\d{2}(?![\d.:/-])"
    r"|(?<![\d.])\d{1,3}(?:\.\d{3})*,\d{1,2}(?!\d)"
)
_STREET_WORDS = "straße strasse str. gasse gass’ weg platz allee ring ufer steige halde hof"
_NO_STREET = (
    r"(?!(?:Park|Spiel|Stell|Sitz|Arbeits|Sport|Bolz|Fest|Lehr|Steh|Kita)platz|(?:Rad|Geh|Fuß|Feld"
    r"|Schul|Heim|Wander|Um|Hin|Rück)weg|(?:Bahn|Bau|Fried|Schul|Pausen|Wertstoff|Gast|Bauern)hof"
    r"|Bundesstr|Landesstr|Kreisstr|Autobahnring)"
)
_STREET = rf"{_NO_STREET}[A-ZÄÖÜ][\w’'-]*?(?:{'|'.join(map(re.escape, _STREET_WORDS.split()))})"
_SMALL_WORDS = (
    "Der|Die|Das|Dem|Den|Des|Auf|Vom|Zum|Ein|Eine|Einen|Kein|Keine|Unser|Unsere|Jede|Jeder"
)
_NAMED_STREET = (
    rf"(?!(?:{_SMALL_WORDS})\s)[A-ZÄÖÜ][\w-]+\s+(?:[A-ZÄÖÜ][\w-]+\s+)?"
    r"(?:Straße|Strasse|Str\.|Gasse|Weg|Platz|Allee|Ring|Steige)"
)
_UNITS = (
    "Uhr Euro € % Prozent Meter m km cm Kilometer Jahr Mal mal Leute Menschen Personen Bäume Autos"
    " Parkplätze Plätze Häuser Stufen Minuten Stunden Tage Wochen Monate km/h"
)
# A number behind a street that counts or measures something is no number of a house.
_ADDRESS = re.compile(
    rf"(?<!\w)(?:{_STREET}|{_NAMED_STREET})\s+(?:Nr\.\s*)?\d{{1,4}}(?:\s?[a-f](?!\w))?"
    rf"(?!\w|[.,:]\d|\s?[–-]\s?\d|\s*(?:{'|'.join(map(re.escape, _UNITS.split()))})(?!\w))"
)


def signs(text: str, people: NamedPeople | None = None) -> tuple[Sign, ...]:
    """Return the signs of personal data in a text, in their order, none inside another.

    `people` are participants whose names must not be read.
    """
    found = sorted(_all(text, people), key=lambda sign: (sign.start, -sign.end))
    kept: list[Sign] = []
    for sign in found:
        if not kept or sign.start >= kept[-1].end:
            kept.append(sign)
    return tuple(kept)


def _all(text: str, people: NamedPeople | None) -> Iterator[Sign]:
    if people is not None:
        yield from _matches("name", people.found_in(text))
    for match in _ADDRESSED.finditer(text):
        if match["name"] not in _OFFICES:
            yield Sign("name", match[0], *match.span())
    if "@" in text:
        yield from _matches("email", _EMAIL.finditer(text))
    if _DIGIT.search(text) is not None:
        yield from _matches("address", _ADDRESS.finditer(text))
        yield from _phones(text)


def _phones(text: str) -> Iterator[Sign]:
    without = _NO_PHONE.sub(lambda found: ";" * len(found[0]), text)
    for match in _PHONE.finditer(without):
        number = match[0].rstrip(" ./–-(")
        digits = sum(sign.isdigit() for sign in number)
        if digits in _PHONE_DIGITS:
            yield Sign("phone", number, match.start(), match.start() + len(number))
    for match in _LABELLED_PHONE.finditer(text):
        yield Sign("phone", match["number"], *match.span("number"))


def _matches(kind: SignKind, matches: Iterable[re.Match[str]]) -> Iterator[Sign]:
    return (Sign(kind, match[0], *match.span()) for match in matches)
