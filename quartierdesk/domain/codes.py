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
        "language",
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
        "timezone",
        "value",
        "variant",
    }
)
_CODE = re.compile(r"[a-z][a-z0-9_]*|[A-Z][a-z]+/[A-Za-z_/]+|[a-z]{2,3}(-[A-Za-z0-9]+)+")


def is_code(field: str, text: str) -> bool:
    """Return whether a field of a record holds a code and not somebody's own words.

    Some of these fields take either: a method is „plenum“, or whatever a facilitator calls it.
    Codes are lower-case words, time zones („Europe/Berlin“) and languages („de-DE“).
    """
    return field in _CODED and _CODE.fullmatch(text) is not None
