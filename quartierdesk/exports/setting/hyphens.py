"""Where German words may be broken at the end of a line."""

from functools import cache
from typing import Any

from pyphen import LANGUAGES, HyphDict

_SHORTEST_PART = 3
_LONGEST_WORD = 80  # longer ones are no words

# Patterns alone break some compounds wrongly („Kreiss-tadt“) or where no joint is. Looked up first.
_JOINTS = """
Abend-termin Allein-erziehende Alltags-hilfe Alten-heim Anschub-finanzierung Arbeits-gruppe
Arzt-besuch Aus-bildungs-platz Bahn-hof Bau-gebiet
Bau-hof Behinderten-beauftragte Beratungs-förderung Begegnungs-café
Begegnungs-ort Begegnungs-stätte
Beteiligungs-prozess Betreuungs-angebot Bürger-beteiligung Bürger-bus Bürgermeister-amt
Bürger-schaft Bürger-saal Digital-sprechstunde Dorf-entwicklung Dorf-gemeinschaft Dorf-laden
Dorf-mitte Dorf-platz Eigen-leistung Ehren-amt Ehren-amtliche Energie-versorgung
Fahr-dienst Fahrer-suche
Familien-zentrum Feuerwehr-haus Förder-programm Freizeit-angebot Gast-haus Gast-stätte
Gebärdensprach-dolmetschen Zufalls-auswahl
Gemeinschafts-küche Hundekot-beutel-spender Kinder-wagen Lebensmittel-geschäft
Lebensmittel-markt Nach-mittag Quartiers-prozess Reparatur-treff
Gemeinde-haus Gemeinde-rat Gemeinde-schwester Gemeinde-verwaltung Gemeinschafts-haus
Generationen-haus Gesundheits-zentrum Grund-schule Grund-stück Halte-stelle Handlungs-feld
Haus-arzt Haus-arztpraxis Haus-halt Haushalts-befragung Haushalts-mittel Haupt-straße
Informations-abend Jugend-arbeit Jugend-haus Jugend-raum Jugend-treff Kinder-betreuung
Kinder-garten Kinder-haus Kinder-spielplatz Kirchen-gemeinde Klima-schutz Kranken-haus
Krankenpflege-verein Kreis-straße Kreis-stadt Kreis-verkehr Kurzzeit-pflege Landes-programm
Landrats-amt Land-kreis Leer-stand Leerstands-kataster Lebens-qualität Leitungs-team
Machbarkeits-prüfung Machbarkeits-studie Mehrgenerationen-haus Mehrgenerationen-wohnen
Migrations-geschichte Mitfahr-bank Mitteilungs-blatt Mitwirkungs-bereitschaft
Moderations-büro Nachbar-gemeinde Nachbarschafts-helfende Nachbarschafts-hilfe Nah-verkehr
Nah-versorgung Nutzungs-vereinbarung Öffentlichkeits-arbeit Orts-durchfahrt Orts-kern
Orts-mitte Orts-teil Orts-vorsteher Orts-vorsteherin Park-platz Personen-nahverkehr
Pflege-angebot Pflege-dienst Pflege-heim Pflege-kasse Pflege-stützpunkt Planungs-büro
Praxis-nachfolge Probe-betrieb Projekt-gruppe Quartiers-arbeit Quartiers-entwicklung
Quartiers-impulse Quartiers-konzept Quartiers-management Quartiers-treff Quartiers-werkstatt
Rad-verkehr Rad-weg Rat-haus Regional-verband Rück-meldung Ruhe-bank Sanierungs-gebiet
Schul-hof Schul-weg Senioren-arbeit Senioren-rat Senioren-treff Spiel-platz Sport-halle Sport-platz
Sprech-stunde Stabs-stelle Stadt-teil Stadt-verwaltung Steuerungs-gruppe Straßen-beleuchtung
Tages-pflege Themen-feld Themen-speicher Themen-tisch Tisch-gruppe Treff-punkt Unter-stützung
Veranstaltungs-ort Verbesserungs-vorschlag Vereins-heim Vereins-raum Verkehrs-beruhigung
Verkehrs-sicherheit Verkehrs-verbund Versorgungs-lücke Video-sprechstunde Werk-statt
Wohn-angebot Wohn-form Wohn-projekt Wohnraum-beratung Wohn-straße Wohn-umfeld
Zusammen-arbeit Zusammen-halt Zusammen-leben
"""
_NO_DIGITS = str.maketrans("", "", "0123456789")
_ENDINGS = ("", "n", "en", "e", "er", "ern", "es", "s", "nen")


@cache
def break_positions(word: str) -> tuple[int, ...]:
    """Return after how many letters `word` may be broken, ascending.

    At least three letters stand on either side. The joints of the field's own words come from a
    list, all others from patterns.
    """
    if len(word) > _LONGEST_WORD:
        return ()
    found = _joints().get(word.casefold())
    if found is None:
        found = tuple(int(place) for place in _patterns().positions(word))
    return tuple(at for at in found if _SHORTEST_PART <= at <= len(word) - _SHORTEST_PART)


class _Patterns(dict[str, tuple[int, tuple[int, ...]]]):
    """The patterns by their letters, each read when it is first asked for.

    A pattern is written „ab1cd2e“: numbers between letters, odd ones are places to break. Its value
    is where the numbers that are not zero begin, and these numbers.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        letters = text.translate(_NO_DIGITS).splitlines()
        self._written = dict(zip(letters, text.splitlines(), strict=True))
        self.longest = max(map(len, letters))

    def get(self, letters: str, default: Any = None) -> Any:  # noqa: ANN401 - as of a dict
        """Return a pattern, `default` if there is none with these letters."""
        written = self._written.get(letters)
        if written is None:
            return default
        if letters not in self:
            self[letters] = _read_pattern(written)
        return self[letters]


def _read_pattern(written: str) -> tuple[int, tuple[int, ...]]:
    numbers = [0]
    for character in written:
        if character.isdigit():
            numbers[-1] = int(character)
        else:
            numbers.append(0)
    used = [at for at, number in enumerate(numbers) if number] or [0]
    return used[0], tuple(numbers[used[0] : used[-1] + 1])


class _German(HyphDict):  # type: ignore[misc]
    """Pyphen's German patterns, without the half second it takes to read all of them at once."""

    def __init__(self) -> None:
        path = LANGUAGES["de_DE"]
        with path.open("rb") as file:
            encoding = file.readline().decode("ascii").strip()
        self.patterns = _Patterns(path.read_text(encoding))
        self.maxlen = self.patterns.longest
        self.cache: dict[str, list[int]] = {}


@cache
def _patterns() -> _German:
    return _German()


@cache
def _joints() -> dict[str, tuple[int, ...]]:
    joints: dict[str, tuple[int, ...]] = {}
    for entry in _JOINTS.split():
        parts = entry.split("-")
        places = tuple(len("".join(parts[:count])) for count in range(1, len(parts)))
        for ending in _ENDINGS:
            joints.setdefault(("".join(parts) + ending).casefold(), places)
    return joints
