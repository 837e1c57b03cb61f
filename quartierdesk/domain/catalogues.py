"""Catalogues: the lists of names people choose from. Data come from files read elsewhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, cast

STANDARD_ACTION_FIELDS = "quartier2030"
"""Code of the action-field catalogue a new workshop starts with."""

COLLECTIVE_FIELD = "sonstiges"
"""Code of the entry every action-field catalogue has for what fits nowhere else."""

SHAPES = frozenset(
    {
        "square",
        "triangle-up",
        "diamond",
        "circle",
        "star",
        "hexagon",
        "arch",
        "triangle-down",
        "pill",
        "speech-bubble",
    }
)
"""Shapes of the marks of contribution kinds, all to be told apart without colour."""

Swot = Literal["S", "W", "O", "T"]
ZwPhase = Literal["kritik", "fantasie", "verwirklichung"]


class CatalogueKind(StrEnum):
    """What a catalogue lists; of action fields there are several, one is active per workshop."""

    ACTION_FIELD = "action_field"
    TARGET_GROUP = "target_group"
    CROSS_CUTTING_THEME = "cross_cutting_theme"
    CONTRIBUTION_KIND = "contribution_kind"
    CAPTURE_MODE = "capture_mode"
    MEASURE_STATUS = "measure_status"
    MEASURE_TERM = "measure_term"
    IMPORTANCE = "importance"
    DECISION_BODY = "decision_body"
    ACTOR_GROUP = "actor_group"
    ACTOR_ROLE = "actor_role"
    WORKSHOP_FORMAT = "workshop_format"
    METHOD = "method"
    POLL_METHOD = "poll_method"
    AGE_GROUP = "age_group"
    GENDER = "gender"
    PARTICIPANT_ROLE = "participant_role"
    QUARTER_KIND = "quarter_kind"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One name to choose.

    `code` is stored, `label` and `short` are German and may be renamed. `colour` (#RRGGBB) never
    stands alone: `symbol` (a shape of `SHAPES` for contribution kinds, an icon name for action
    fields) and `letter` (one or two characters) say the same. `short_code` is typed in the capture
    line. `swot` and `zw_phase` (phase of a Zukunftswerkstatt) tell where a kind of contribution
    belongs; a status that `needs_reason` must not be set without one. `note` explains the entry.
    """

    code: str
    label: str
    short: str
    colour: str | None = None
    symbol: str | None = None
    letter: str | None = None
    short_code: str | None = None
    swot: Swot | None = None
    zw_phase: ZwPhase | None = None
    needs_reason: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A list of entries in the order people see; `source` names where the list comes from."""

    code: str
    title: str
    kind: CatalogueKind
    source: str
    entries: tuple[CatalogueEntry, ...]

    def find(self, code: str) -> CatalogueEntry | None:
        """Entry with this code, None if there is none."""
        return next((entry for entry in self.entries if entry.code == code), None)

    def find_label(self, label: str) -> CatalogueEntry | None:
        """Entry with this label, else with this short name, whatever the capitals; else None."""
        wanted = label.strip().casefold()
        by_name = {entry.short.casefold(): entry for entry in self.entries}
        by_name |= {entry.label.casefold(): entry for entry in self.entries}
        return by_name.get(wanted)


# Own lists may well use umlauts in codes: people read them in tables they export.
_CODE = r"[0-9a-zäöüß]+(_[0-9a-zäöüß]+)*"
_PATTERNS: Mapping[str, str] = {
    "code": _CODE,
    "label": r".*\S.*",
    "short": r".*\S.*",
    "colour": r"#[0-9A-F]{6}",
    "symbol": r"[a-z0-9]+(-[a-z0-9]+)*",
    "letter": r"[A-ZÄÖÜ0-9]{1,2}",
    "short_code": r"\S",
    "swot": r"[SWOT]",
    "zw_phase": r"kritik|fantasie|verwirklichung",
    "note": r".*\S.*",
}
_UNIQUE = ("code", "label", "short", "letter", "short_code")
_REQUIRED: Mapping[CatalogueKind, tuple[str, ...]] = {
    CatalogueKind.ACTION_FIELD: ("colour", "symbol", "letter"),
    CatalogueKind.CONTRIBUTION_KIND: ("colour", "symbol", "letter"),
    CatalogueKind.MEASURE_STATUS: ("letter",),
}


def parse_catalogue(data: Mapping[str, object]) -> Catalogue:
    """Catalogue from the parsed content of a catalogue file.

    Keys: `code`, `title`, `kind`, `source` and `entries`, a list of objects with the fields of
    `CatalogueEntry`; `short` may be left out and is then the label. ValueError: something is
    missing, unknown, empty, twice or of the wrong form; the message names the place.
    """
    _refuse_unknown(data, {"code", "title", "kind", "source", "entries"}, "catalogue")
    code = _text(data, "code", "catalogue", _CODE)
    place = f"catalogue {code}"
    kind = _kind(data, place)
    raw_entries = data.get("entries")
    if not isinstance(raw_entries, Sequence) or isinstance(raw_entries, str) or not raw_entries:
        raise ValueError(f"{place}: entries must be a list that is not empty")
    entries = tuple(
        _entry(raw, kind, f"{place}, entry {number}")
        for number, raw in enumerate(raw_entries, start=1)
    )
    _check_entries(entries, kind, place)
    return Catalogue(
        code=code,
        title=_text(data, "title", place, r".*\S.*"),
        kind=kind,
        source=_text(data, "source", place, r".*\S.*"),
        entries=entries,
    )


def _kind(data: Mapping[str, object], place: str) -> CatalogueKind:
    name = _text(data, "kind", place, r"[a-z_]+")
    try:
        return CatalogueKind(name)
    except ValueError:
        raise ValueError(f"{place}: unknown kind {name!r}") from None


def _entry(raw: object, kind: CatalogueKind, place: str) -> CatalogueEntry:
    if not isinstance(raw, Mapping):
        raise ValueError(f"{place}: not an object")
    texts = _texts(raw, kind, place)
    needs_reason = raw.get("needs_reason", False)
    if not isinstance(needs_reason, bool):
        raise ValueError(f"{place}: needs_reason must be true or false")
    return CatalogueEntry(
        code=texts["code"],
        label=texts["label"],
        short=texts.get("short", texts["label"]),
        colour=texts.get("colour"),
        symbol=texts.get("symbol"),
        letter=texts.get("letter"),
        short_code=texts.get("short_code"),
        swot=cast(Swot | None, texts.get("swot")),
        zw_phase=cast(ZwPhase | None, texts.get("zw_phase")),
        needs_reason=needs_reason,
        note=texts.get("note"),
    )


def _texts(raw: Mapping[str, object], kind: CatalogueKind, place: str) -> dict[str, str]:
    _refuse_unknown(raw, {*_PATTERNS, "needs_reason"}, place)
    texts = {
        key: _text(raw, key, place, pattern) for key, pattern in _PATTERNS.items() if key in raw
    }
    for required in ("code", "label", *_REQUIRED.get(kind, ())):
        if required not in texts:
            raise ValueError(f"{place}: {required} is missing")
    if kind is CatalogueKind.CONTRIBUTION_KIND and texts["symbol"] not in SHAPES:
        raise ValueError(f"{place}: symbol {texts['symbol']!r} is not one of the shapes")
    return texts


def _check_entries(entries: Sequence[CatalogueEntry], kind: CatalogueKind, place: str) -> None:
    for name in _UNIQUE:
        seen: set[str] = set()
        for value in (getattr(entry, name) for entry in entries):
            if value in seen:
                raise ValueError(f"{place}: {name} {value!r} appears twice")
            if value is not None:
                seen.add(value)
    if kind is CatalogueKind.ACTION_FIELD and entries[-1].code != COLLECTIVE_FIELD:
        raise ValueError(f"{place}: the last entry must be {COLLECTIVE_FIELD!r}")


def _text(data: Mapping[str, object], key: str, place: str, pattern: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise ValueError(f"{place}: {key} must be a text")
    if value != value.strip() or not re.fullmatch(pattern, value):
        raise ValueError(f"{place}: {key} has not the right form: {value!r}")
    return value


def _refuse_unknown(data: Mapping[str, object], known: set[str], place: str) -> None:
    unknown = sorted(str(key) for key in data if key not in known)
    if unknown:
        raise ValueError(f"{place}: unknown fields {unknown}")
