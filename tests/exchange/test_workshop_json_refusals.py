"""A damaged file is refused with a sentence that names the place, or read with a warning."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from quartierdesk.errors import UserError
from quartierdesk.exchange.workshop_json import read_workshop
from tests.exchange.workshop_records import SAMPLE

Damage = Callable[[dict[str, Any]], object]


def place_in(content: dict[str, Any], path: str) -> tuple[Any, str | int]:
    """Return what holds the last step of a path, and that step."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = content
    for step in way:
        holder = holder[step]
    return holder, last


def put(path: str, value: object) -> Damage:
    """Return what puts `value` at a place such as „contributions.12.table“."""

    def damage(content: dict[str, Any]) -> None:
        holder, last = place_in(content, path)
        holder[last] = value

    return damage


def drop(path: str) -> Damage:
    """Return what takes a field away."""

    def damage(content: dict[str, Any]) -> None:
        holder, last = place_in(content, path)
        del holder[last]

    return damage


def double(name: str) -> Damage:
    """Return what repeats the first row of a list at its end."""
    return lambda content: content[name].append(content[name][0])


SK = "decision_examples.systemic_consensing"

DAMAGES: list[tuple[Damage, str]] = [
    (drop("schema"), "schema"),
    (put("schema", "decidim/3"), "schema"),
    (put("schema", "quartierdesk.sample/2"), "quartierdesk.sample/2"),
    (put("schema", 1), "„schema“ ist kein Text"),
    (drop("workshop"), "„workshop.title“ fehlt"),
    (put("workshop", []), "„workshop“"),
    (put("workshop.title", None), "„workshop.title“ fehlt"),
    (put("workshop.title", "  "), "„workshop.title“ ist leer"),
    (put("workshop.title", 7), "„workshop.title“ ist kein Text"),
    (put("workshop.date", "13.03.2026"), "„workshop.date“"),
    (put("workshop.date", "2026-13-45"), "„workshop.date“"),
    (put("workshop.start", "25:00"), "„workshop.start“"),
    (put("workshop.timezone", "Europa/Hörlesbach"), "„workshop.timezone“"),
    (put("workshop.timezone", "../../etc/passwd"), "„workshop.timezone“"),
    (put("workshop.methods", "clustern"), "„workshop.methods“ ist keine Liste"),
    (put("workshop.methods.1", 3), "„workshop.methods[1]“ ist kein Text"),
    (put("workshop.participants_present", -1), "„workshop.participants_present“"),
    (put("workshop.participants_present", 60.5), "„workshop.participants_present“"),
    (put("workshop.participants_present", True), "„workshop.participants_present“"),
    (put("workshop.participants_present", 10**17), "„workshop.participants_present“"),
    (put("agenda", {"start": "18:00"}), "„agenda“ ist keine Liste"),
    (put("agenda.2", "Pause"), "„agenda[2]“"),
    (drop("agenda.2.title"), "„agenda[2].title“ fehlt"),
    (double("tables"), "„tables[6].no“"),
    (put("tables.0.no", "1"), "„tables[0].no“"),
    (put("tables.0.host", "TN-99"), "„tables[0].host“"),
    (double("participants"), "„participants[60].id“"),
    (put("participants.3.id", " "), "„participants[3].id“ ist leer"),
    (put("participants.3.table", 9), "„participants[3].table“"),
    (put("participants.3.consent_photo", "ja"), "„participants[3].consent_photo“"),
    (put("demographics.k_min", 2), "„demographics.k_min“"),
    (put("demographics.raw_internal.gender", 60), "„demographics.raw_internal.gender“"),
    (put("demographics.raw_internal.gender.weiblich", "33"), "raw_internal.gender.weiblich“"),
    (put("mood.start", [1, 2]), "„mood.start“"),
    (put("mood.end.0", -3), "„mood.end[0]“"),
    (put("contributions", None), "„idea_store[0]“"),
    (double("contributions"), "„contributions[60].id“"),
    (drop("contributions.12.id"), "„contributions[12].id“ fehlt"),
    (drop("contributions.12.text_original"), "„contributions[12].text_original“ fehlt"),
    (put("contributions.12.table", 7), "„contributions[12].table“"),
    (put("contributions.12.cluster", "C99"), "„contributions[12].cluster“"),
    (put("contributions.12.publish", "vielleicht"), "„contributions[12].publish“"),
    (put("contributions.12.captured_at", "gestern"), "„contributions[12].captured_at“"),
    (put("contributions.12.captured_at", "0001-01-01T00:00:00+14:00"), "captured_at“"),
    (put("contributions.12.text_original", "x" * 10_001), "„contributions[12].text_original“"),
    (put("contributions.12.dots", "6"), "„contributions[12].dots“"),
    (put("contributions.12.latitude", 91), "„contributions[12].latitude“"),
    (put("contributions.12.target_groups", {"alle": 1}), "„contributions[12].target_groups“"),
    (double("clusters"), "„clusters[12].id“"),
    (put("clusters.0.contributions.0", "B999"), "„clusters[0].contributions[0]“"),
    (put("idea_store.1", "B999"), "„idea_store[1]“"),
    (put("votes.table_round.dots_per_person", 0), "„votes.table_round.dots_per_person“"),
    (put("votes.plenary.result.3.cluster", "C99"), "„votes.plenary.result[3].cluster“"),
    (put("votes.plenary.result.3.cluster", "C01"), "„votes.plenary.result[3].cluster“"),
    (put("votes.plenary.result.3.dots", -1), "„votes.plenary.result[3].dots“"),
    (put(f"{SK}.matrix.3", [1, 2]), f"„{SK}.matrix[3]“"),
    (put(f"{SK}.matrix.3.1", 11), f"„{SK}.matrix[3][1]“"),
    (put(f"{SK}.scale_max", 0), f"„{SK}.scale_max“"),
    (put("decision_examples.pairwise.items.0", "X"), "„decision_examples.pairwise.items[0]“"),
    (put("decision_examples.pairwise.comparisons.2.value", 3), "comparisons[2].value“"),
    (put("decision_examples.pairwise.comparisons.2.col", "C12"), "comparisons[2].col“"),
    (put("decision_examples.pairwise.comparisons.0.col", "C03"), "„decision_examples.pairwise“"),
    (put("decision_examples.borda.ballots.Tisch 2.1", "C04"), "borda.ballots.Tisch 2[1]“"),
    (put("decision_examples.borda.result.0.item", "C99"), "borda.result[0].item“"),
    (double("measures"), "„measures[8].id“"),
    (put("measures.0.clusters.0", "C99"), "„measures[0].clusters[0]“"),
    (put("measures.0.effort_1_5", 6), "„measures[0].effort_1_5“"),
    (put("measures.0.cost_estimate_eur", -5), "„measures[0].cost_estimate_eur“"),
    (put("measures.0.due", "bald"), "„measures[0].due“"),
    (put("swot.strengths.0", "B999"), "„swot.strengths[0]“"),
    (put("swot.strengths.0", 9), "„swot.strengths[0]“"),
    (put("monitoring.0.value", "viele"), "„monitoring[0].value“"),
    (put("feedback.overall.gelungen", 1.5), "„feedback.overall.gelungen“"),
    (put("next_steps.0.due", 20260314), "„next_steps[0].due“"),
    (put("attachments.0", 5), "„attachments[0]“"),
    (put("retention.anonymous_results", 5), "„retention.anonymous_results“"),
    (put("polls", [{"slot": "mood.middle"}]), "„polls[0].slot“"),
    (put("polls", [{"slot": "mood.end"}, {"slot": "mood.end"}]), "„polls[0].slot“"),
    (put("polls", [{"method": "raten", "state": "closed"}]), "„polls[0].method“"),
    (put("polls", [{"method": "dots"}]), "„polls[0].state“ fehlt"),
    (
        put("polls", [{"method": "borda", "state": "open", "variant": "wins"}]),
        "„polls[0].variant“",
    ),
    (
        put("polls", [{"method": "dots", "state": "open", "tallies": [{"option": 0, "count": 1}]}]),
        "„polls[0].tallies[0].option“",
    ),
]


@pytest.mark.parametrize(("damage", "place"), DAMAGES)
def test_a_damaged_file_is_refused_with_its_place(damage: Damage, place: str) -> None:
    content = json.loads(SAMPLE)
    damage(content)

    with pytest.raises(UserError) as refused:
        read_workshop(json.dumps(content).encode())

    assert place in refused.value.sentence
    assert refused.value.sentence.endswith(".")
    assert refused.value.hint


TITLE = b'{"schema": "quartierdesk.sample/1", "workshop": {"title": "Dorf"}'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kein gültiges JSON"),
        (b"{", "Zeile 1, Spalte 2"),
        (b"\x00\x01\x02", "kein gültiges JSON"),
        (b"[]", "keine Werkstatt"),
        (b"null", "keine Werkstatt"),
        (SAMPLE[:-100], "kein gültiges JSON"),
        (SAMPLE.decode().encode("latin-1", "replace"), "nicht in UTF-8"),
        (SAMPLE.decode().encode("utf-16"), "nicht in UTF-8"),
        (TITLE + b', "monitoring": [NaN]}', "„NaN“"),
        (TITLE + b', "monitoring": [-Infinity]}', "„-Infinity“"),
        (TITLE + b', "monitoring": [' + b"9" * 5_000 + b"]}", "zu viele Stellen"),
        (TITLE + b', "monitoring": [1e999999999]}', "zu viele Stellen"),
        (TITLE + b', "monitoring": [0.' + b"3" * 100 + b"]}", "zu viele Stellen"),
        (TITLE + b', "schema": "quartierdesk.sample/1"}', "„schema“ steht in einem Abschnitt"),
        (TITLE + b', "agenda": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "verschachtelt"),
        (TITLE + b', "agenda": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_001, "verschachtelt"),
        (b"[" + b"[]," * 2_000_000 + b"[]]", "mehr Angaben"),
        (b" " * 50_000_001, "größer als 50 MB"),
    ],
    ids=range(18),
)
def test_what_is_no_workshop_at_all_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UserError) as refused:
        read_workshop(data)

    assert words in refused.value.sentence


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_workshop(b"\xef\xbb\xbf" + SAMPLE).warnings == ()


def test_texts_are_clean_when_they_arrive() -> None:
    content = json.loads(SAMPLE)
    content["contributions"][0]["text_original"] = "Mu\u0308ll\ud800\r\nweg\x07"

    found = read_workshop(json.dumps(content).encode())

    assert found.record.contributions[0].text_original == "Müll\nweg"


def test_every_unknown_field_is_named_once() -> None:
    content = json.loads(SAMPLE)
    content["weather"] = "Regen"
    content["workshop"]["catering"] = {"brezeln": 60}
    for card in content["contributions"]:
        card["colour"] = "gelb"
    content["votes"]["plenary"]["result"][0]["stars"] = 5
    content["decision_examples"]["pairwise"]["comparisons"][0]["why"] = "…"
    content["mood"]["middle"] = [1]
    content["feedback"]["grade"] = "gut"
    content["swot"]["dreams"] = []
    content["polls"] = [{"method": "dots", "state": "closed", "options": [{"icon": "x"}]}]

    found = read_workshop(json.dumps(content).encode())

    places = [warning.split("„")[1].split("“")[0] for warning in found.warnings]
    assert sorted(places) == [
        "contributions[].colour",
        "decision_examples.pairwise.comparisons[].why",
        "feedback.grade",
        "mood.middle",
        "polls[].options[].icon",
        "swot.dreams",
        "votes.plenary.result[].stars",
        "weather",
        "workshop.catering",
    ]


def test_endless_unknown_fields_are_counted() -> None:
    content = json.loads(SAMPLE) | {f"feld_{number}": number for number in range(1_234)}

    warnings = read_workshop(json.dumps(content).encode()).warnings

    assert len(warnings) == 101
    assert warnings[-1] == "Weitere Felder, die nicht bekannt sind: 1.134."


def test_pictures_that_are_not_in_the_file_are_named() -> None:
    content = json.loads(SAMPLE) | {"photos": [{"sha256": "ab" * 32, "width": 3, "height": 4}]}

    found = read_workshop(json.dumps(content).encode())

    assert found.record.photos[0].width == 3
    assert found.warnings == ("Die Datei nennt ein Bild, enthält aber keine Bilddateien.",)
