"""Every field the format knows, so that none is passed over in silence."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from quartierdesk.exchange.wording import grouped, shortened
from quartierdesk.exchange.workshop_json import rows
from quartierdesk.exchange.workshop_json.cards import QUADRANTS
from quartierdesk.exchange.workshop_json.fields import Fields
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.poll_form import BALLOT, GROUP, MARK, OPTION, POLL, TALLY
from quartierdesk.exchange.workshop_json.published_text import PUBLISHED_TEXT
from quartierdesk.exchange.workshop_json.votes import PLENARY, TABLE_ROUND

Known: TypeAlias = "list[Known] | dict[str, Known] | None"
"""What may stand somewhere: anything, a list of it, or an object with these members (`*`: any)."""

_MOST_NAMED = 100


def _keys(table: Fields | str) -> dict[str, Known]:
    keys = table.split() if isinstance(table, str) else [field.key for field in table]
    return dict.fromkeys(keys)


_VOTES: Known = {
    "table_round": _keys(TABLE_ROUND),
    "plenary": {**_keys(PLENARY), "result": [_keys("cluster dots share_pct rank")]},
}

_DECISIONS: Known = {
    "systemic_consensing": {
        **_keys("question scale_max voters options matrix"),
        "result": [_keys("option resistance_sum mean max acceptance_pct count_ge_8 rank")],
    },
    "pairwise": {
        **_keys("question items scale"),
        "comparisons": [_keys("row col value")],
        "result": [_keys("item sum weight_pct rank")],
    },
    "borda": {**_keys("question ballots rule"), "result": [_keys("item points rank")]},
}

_POLL: Known = {
    **_keys(POLL),
    PUBLISHED_TEXT: None,
    "options": [_keys(OPTION)],
    "groups": [_keys(GROUP)],
    "ballots": [{**_keys(BALLOT), "marks": [_keys(MARK)]}],
    "tallies": [_keys(TALLY)],
}

KNOWN: Known = {
    **_keys(rows.TOP),
    "workshop": {
        **_keys(rows.WORKSHOP),
        "municipality_details": _keys(rows.MUNICIPALITY_DETAILS),
        "quarter_details": _keys(rows.QUARTER_DETAILS),
    },
    "agenda": [_keys(rows.AGENDA_ITEM)],
    "tables": [_keys(rows.TABLE)],
    "participants": [{**_keys(rows.PARTICIPANT), "consents": [_keys(rows.CONSENT)]}],
    "demographics": _keys(f"raw_internal k_min published_expected {PUBLISHED_TEXT}"),
    "mood": _keys("scale question start end"),
    "contributions": [_keys(rows.CONTRIBUTION)],
    "clusters": [_keys(rows.CLUSTER)],
    "idea_store": None,
    "votes": _VOTES,
    "decision_examples": _DECISIONS,
    "measures": [_keys(rows.MEASURE)],
    "swot": {key: [_keys(rows.SWOT_STATEMENT)] for key in QUADRANTS},
    "monitoring": [_keys(rows.INDICATOR)],
    "feedback": None,
    "next_steps": [_keys(rows.NEXT_STEP)],
    "distribution": None,
    "attachments": [_keys(rows.ENCLOSURE)],
    "retention": {"*": _keys(rows.RETENTION)},
    "signatures": [_keys(rows.SIGNATURE)],
    "bundles": [_keys(rows.BUNDLE)],
    "answers": [_keys(rows.ANSWER)],
    "photos": [_keys(rows.PHOTO)],
    "polls": [_POLL],
}
"""All fields of a file; the feedback section tells its unknown members itself."""


def unknown_field(place: str) -> str:
    """Return the sentence for a field that is left out."""
    return f"Das Feld „{place}“ ist nicht bekannt und wird nicht übernommen."


def unknown_fields(content: Mapping[str, Json]) -> list[str]:
    """Return one sentence for each field that the format does not know, whichever row it is in."""
    places = list(dict.fromkeys(_unknown(content, KNOWN, "")))
    sentences = [unknown_field(place) for place in places[:_MOST_NAMED]]
    further = len(places) - len(sentences)
    if further:
        sentences.append(f"Weitere Felder, die nicht bekannt sind: {grouped(further)}.")
    return sentences


def _unknown(value: Json, known: Known, place: str) -> Iterator[str]:
    if isinstance(known, list) and isinstance(value, Sequence):
        for item in value:
            yield from _unknown(item, known[0], f"{place}[]")
    if isinstance(known, dict) and isinstance(value, Mapping):
        for key, member in value.items():
            at = f"{place}.{shortened(key)}" if place else shortened(key)
            if key in known or "*" in known:
                yield from _unknown(member, known.get(key, known.get("*")), at)
            else:
                yield at
