"""Notes at the headings of columns: what a column means, and that it may be changed."""

from openpyxl.comments import Comment

from quartierdesk.domain.protocol import Column

_OPEN = "Diese Spalte darf geändert und wieder eingelesen werden."
_WIDTH = 260
_LETTERS_PER_LINE = 38
_LINE = 18
_MARGIN = 16


def heading_note(column: Column, author: str, *, is_open: bool) -> Comment | None:
    """Return the note of a heading; None where there is nothing to say."""
    text = "\n".join(filter(None, (column.note, _OPEN if is_open else "")))
    if not text:
        return None
    lines = sum(-(-len(line) // _LETTERS_PER_LINE) for line in text.split("\n"))
    return Comment(text, author, height=lines * _LINE + _MARGIN, width=_WIDTH)
