"""What somebody said as a tool tip: in lines that fit on the screen."""

import textwrap

_WIDEST, _MOST_LINES = 80, 20


def tip_text(text: str) -> str:
    """Return a text in lines of up to 80 letters, 20 of them at most; Qt itself breaks none."""
    lines = [
        part
        for line in text.splitlines()
        for part in textwrap.wrap(line, _WIDEST, replace_whitespace=False) or [""]
    ]
    shown = lines[:_MOST_LINES]
    return "\n".join([*shown, "…"] if len(lines) > _MOST_LINES else shown)
