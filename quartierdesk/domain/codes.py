"""Codes of the program and of catalogues, told apart from the words of people."""

import re

_CODED = frozenset(
    {
        "action_field",
        "aspect",
        "attribute",
        "capture_mode",
        "decision",
        "field_catalogue",
        "further_fields",
        "importance",
        "kind",
        "method",
        "methods",
        "publish",
        "quadrant",
        "round",
        "state",
        "status",
        "target_groups",
        "term",
        "themes",
        "value",
        "variant",
    }
)
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_NEVER_WORDS = frozenset({"language", "timezone"})


def is_code(field: str, text: str) -> bool:
    """Return whether a field of a record holds a code and not somebody's own words.

    Some of these fields take either: a method is „plenum“, or whatever a facilitator calls it.
    Codes are lower-case words; languages („de-DE“) and time zones are nobody's own words at all.
    """
    return field in _NEVER_WORDS or (field in _CODED and _CODE.fullmatch(text) is not None)
