import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from quartierdesk.domain.catalogues import (
    SHAPES,
    STANDARD_ACTION_FIELDS,
    Catalogue,
    CatalogueKind,
    parse_catalogue,
)
from quartierdesk.domain.poll import PollMethod

FOLDER = Path(__file__).parents[2] / "resources" / "catalogues"
FILES = sorted(FOLDER.glob("*.json"))


# What the example workshop uses.
USED = {
    "quartier2030": """
        beteiligung_engagement_teilhabe pflege_gesundheit wohnen_mobilitaet_klima
        familie_generationen wirtschaft_nahversorgung inklusion_integration_vielfalt
        digitalisierung
    """,
    "contribution_kind": "problem idee wunsch staerke angebot kritik frage",
    "capture_mode": "karte zuruf tischprotokoll",
    "target_group": """
        alle hochbetagte familien jugendliche menschen_mit_behinderung kinder
        menschen_mit_migrationsgeschichte junge_erwachsene pflegende_angehoerige zugezogene
        chronisch_kranke menschen_mit_demenz alleinerziehende menschen_mit_lernschwierigkeiten
    """,
    "cross_cutting_theme": """
        engagement inklusion gesundheit chancengerechtigkeit digitalisierung generationen
        klimaschutz beteiligung integration geschlechtergerechtigkeit
    """,
    "measure_status": """
        in_vorbereitung in_umsetzung pruefauftrag erledigt daueraufgabe idee zurueckgestellt
        abgelehnt
    """,
    "measure_term": "sofort kurzfristig mittelfristig langfristig",
    "age_group": "unter_18 18_29 30_49 50_64 65_79 80_plus",
    "gender": "weiblich männlich divers_keine_angabe",
    "participant_role": """
        buergerschaft verein_initiative gemeinderat wohlfahrtspflege_pflege kirche gewerbe
    """,
    "method": """
        stimmungsbarometer kartenabfrage world_cafe clustern mehrpunktabfrage
        aufwand_nutzen_matrix massnahmenplan blitzlicht plenum vortrag
    """,
}


def load(path: Path) -> Catalogue:
    return parse_catalogue(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalogue]:
    return {catalogue.code: catalogue for catalogue in map(load, FILES)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_a_sound_catalogue_named_after_its_content(path: Path) -> None:
    catalogue = load(path)
    fields = catalogue.kind is CatalogueKind.ACTION_FIELD
    assert path.stem == (f"action_field_{catalogue.code}" if fields else catalogue.kind.value)
    codes = [entry.code for entry in catalogue.entries]
    assert len(set(codes)) == len(codes)
    assert all(entry.label.strip() and entry.short.strip() for entry in catalogue.entries)
    assert all(len(entry.short) <= 22 for entry in catalogue.entries)


def test_every_kind_has_its_catalogue_and_codes_are_unique(
    catalogues: dict[str, Catalogue],
) -> None:
    assert len(catalogues) == len(FILES)
    assert {catalogue.kind for catalogue in catalogues.values()} == set(CatalogueKind)


@pytest.mark.parametrize("code", USED)
def test_codes_of_the_example_workshop_are_known(
    catalogues: dict[str, Catalogue], code: str
) -> None:
    assert [used for used in USED[code].split() if catalogues[code].find(used) is None] == []


@pytest.mark.parametrize(
    ("catalogue", "label", "code"),
    [
        ("decision_body", "Gemeinderat", "gemeinderat"),
        ("decision_body", "Steuerungsgruppe", "steuerungsgruppe"),
        ("decision_body", "Arbeitsgruppe", "arbeitsgruppe"),
        ("workshop_format", "Quartierswerkstatt", "quartierswerkstatt"),
        ("quartier2030", "Wirtschaft & Nahversorgung", "wirtschaft_nahversorgung"),
        ("quartier2030", " versorgung ", "wirtschaft_nahversorgung"),
    ],
)
def test_entries_are_found_by_what_people_read(
    catalogues: dict[str, Catalogue], catalogue: str, label: str, code: str
) -> None:
    entry = catalogues[catalogue].find_label(label)
    assert entry is not None
    assert entry.code == code


def test_unknown_names_are_not_found(catalogues: dict[str, Catalogue]) -> None:
    assert catalogues["gender"].find("x") is None
    assert catalogues["gender"].find_label("x") is None


def test_standard_fields_are_the_seven_of_the_state_and_one_for_the_rest(
    catalogues: dict[str, Catalogue],
) -> None:
    fields = catalogues[STANDARD_ACTION_FIELDS]
    assert fields.kind is CatalogueKind.ACTION_FIELD
    assert [entry.letter for entry in fields.entries] == [
        "BE",
        "PG",
        "WM",
        "FG",
        "VN",
        "IV",
        "DI",
        "SO",
    ]


def test_kinds_of_contribution_can_be_told_apart_without_colour(
    catalogues: dict[str, Catalogue],
) -> None:
    kinds = catalogues["contribution_kind"].entries
    assert "".join(entry.letter or "" for entry in kinds) == "PSKIWAFRHO"
    assert {entry.symbol for entry in kinds} == SHAPES
    by_swot = {entry.code: entry.swot for entry in kinds if entry.swot}
    assert by_swot == {
        "problem": "W",
        "staerke": "S",
        "idee": "O",
        "wunsch": "O",
        "angebot": "O",
        "risiko": "T",
    }


def test_only_a_refused_measure_needs_a_reason(catalogues: dict[str, Catalogue]) -> None:
    status = catalogues["measure_status"].entries
    assert "".join(entry.letter or "" for entry in status) == "VUPEDIZA"
    assert [entry.code for entry in status if entry.needs_reason] == ["abgelehnt"]


def test_poll_methods_are_those_a_poll_can_have(catalogues: dict[str, Catalogue]) -> None:
    codes = {entry.code for entry in catalogues["poll_method"].entries}
    assert codes == set(get_args(PollMethod))


def test_field_colours_are_a_small_palette_readable_on_white(
    catalogues: dict[str, Catalogue],
) -> None:
    colours = {
        entry.colour
        for catalogue in catalogues.values()
        if catalogue.kind is CatalogueKind.ACTION_FIELD
        for entry in catalogue.entries
        if entry.colour is not None
    }
    assert len(colours) == 8
    assert all(contrast_on_white(colour) >= 4.5 for colour in colours)


def contrast_on_white(colour: str) -> float:
    parts = [int(part, 16) / 255 for part in re.findall("..", colour[1:])]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def sound() -> dict[str, Any]:
    return {
        "code": "eigene",
        "title": "Eigene Felder",
        "kind": "action_field",
        "source": "Gemeinderat",
        "entries": [
            {
                "code": "wald",
                "label": "Wald",
                "colour": "#4F6B00",
                "symbol": "trees",
                "letter": "WA",
            },
            {
                "code": "sonstiges",
                "label": "Sonstiges",
                "colour": "#62646A",
                "symbol": "folder",
                "letter": "SO",
            },
        ],
    }


def test_the_short_name_may_be_left_out() -> None:
    assert parse_catalogue(sound()).entries[0].short == "Wald"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"code": "Groß Geschrieben"}, "code"),
        ({"label": "  "}, "label"),
        ({"label": 7}, "label must be a text"),
        ({"label": None}, "label must be a text"),
        ({"code": "sonstiges"}, "code 'sonstiges' appears twice"),
        ({"label": "Sonstiges"}, "label 'Sonstiges' appears twice"),
        ({"letter": "SO"}, "letter 'SO' appears twice"),
        ({"colour": "green"}, "colour"),
        ({"symbol": "../x"}, "symbol"),
        ({"swot": "X"}, "swot"),
        ({"zw_phase": "ende"}, "zw_phase"),
        ({"needs_reason": "ja"}, "needs_reason"),
        ({"farbe": "#000000"}, "unknown fields"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(change: dict[str, Any], message: str) -> None:
    data = sound()
    data["entries"][0] |= change
    with pytest.raises(ValueError, match=message) as refused:
        parse_catalogue(data)
    assert "eigene" in str(refused.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "unsinn"}, "unknown kind"),
        ({"title": ""}, "title"),
        ({"source": None}, "source"),
        ({"entries": []}, "entries"),
        ({"entries": "wald"}, "entries"),
        ({"entries": ["wald"]}, "entry 1: not an object"),
        ({"entries": sound()["entries"][:1]}, "sonstiges"),
        ({"entries": [{"code": "sonstiges", "label": "Sonstiges"}]}, "colour is missing"),
        ({"kind": "contribution_kind"}, "not one of the shapes"),
        ({"version": 1}, "unknown fields"),
    ],
)
def test_a_wrong_catalogue_is_refused_with_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_catalogue(sound() | change)
