"""The look of the workbook: every style is made once and then known by its number."""

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from quartierdesk.domain.protocol import Column, ColumnKind, ParagraphStyle

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

PETROL = "0B4A54"
PETROL_LIGHT = "5B8F96"
_PETROL_TINT = "DCE9E9"
_OPEN_TINT = "F7EBCB"
_INK = "1B2326"
_MUTED = "4C585C"
_HAIR = "B4BBBB"
_FONT = "Calibri"

_FORMATS: dict[ColumnKind, str] = {
    "date": "DD.MM.YYYY",
    "time": "HH:MM",
    "moment": "DD.MM.YYYY HH:MM",
}
_SHARES = frozenset({"percent", "suppressed_percent"})
_RIGHT = _SHARES | {"integer", "suppressed_integer", "decimal", "euro"}
_PARAGRAPHS: dict[ParagraphStyle, Font] = {
    "lead": Font(name=_FONT, size=13, color=_INK),
    "heading": Font(name=_FONT, size=13, bold=True, color=PETROL),
    "body": Font(name=_FONT, size=11, color=_INK),
    "notice": Font(name=_FONT, size=11, bold=True, color=_INK),
    "note": Font(name=_FONT, size=10, color=_MUTED),
    "list": Font(name=_FONT, size=11, color=_INK),
    "quote": Font(name=_FONT, size=11, italic=True, color=_INK),
}


class Styles:
    """Numbers of the styles of one workbook; `sheet` is any sheet of it."""

    def __init__(self, sheet: "StreamedSheet") -> None:
        self._sheet = sheet
        top = Alignment(vertical="top", wrap_text=True)
        self.title = self._of(Font(name=_FONT, size=18, bold=True, color=PETROL), Alignment())
        self.table_title = self._of(Font(name=_FONT, size=11, bold=True, color=_INK), Alignment())
        self.paragraphs = {style: self._of(font, top) for style, font in _PARAGRAPHS.items()}

    def heads(
        self, columns: Sequence[Column], opened: Container[str] = ()
    ) -> list[tuple[int, int]]:
        """Return the style of each heading, as a pair like those of `body`.

        The headings of columns that are `opened` for changes look different.
        """
        styles = [
            self._head(_aligned(columns, at, "bottom"), is_open=column.key in opened)
            for at, column in enumerate(columns)
        ]
        return [(style, style) for style in styles]

    def body(self, columns: Sequence[Column]) -> list[tuple[int, int]]:
        """Return for each column the styles of a number and of a text."""
        return [
            self._body(column, _aligned(columns, at, "top")) for at, column in enumerate(columns)
        ]

    def link(self, columns: Sequence[Column], at: int) -> int:
        """Return the style of texts that lead somewhere."""
        font = Font(name=_FONT, size=10, color=PETROL, underline="single")
        line = Border(bottom=Side("hair", _HAIR))
        return self._of(font, _aligned(columns, at, "top"), border=line)

    def sums(self, columns: Sequence[Column]) -> list[tuple[int, int]]:
        """Return the styles of a row that adds up the others, like those of `body`."""
        return [
            self._body(column, _aligned(columns, at, "top"), is_sum=True)
            for at, column in enumerate(columns)
        ]

    def _head(self, alignment: Alignment, *, is_open: bool = False) -> int:
        return self._of(
            Font(name=_FONT, size=10, bold=True, color=PETROL),
            alignment,
            fill=PatternFill("solid", fgColor=_OPEN_TINT if is_open else _PETROL_TINT),
            border=Border(top=Side("medium", PETROL), bottom=Side("thin", PETROL)),
        )

    def _body(
        self, column: Column, alignment: Alignment, *, is_sum: bool = False
    ) -> tuple[int, int]:
        font = Font(name=_FONT, size=10, color=_INK, bold=is_sum)
        above = Side("thin", PETROL) if is_sum else Side()
        line = Border(top=above, bottom=Side("hair", _HAIR))
        number = self._of(font, alignment, border=line, shown_as=number_format(column))
        return number, self._of(font, alignment, border=line)

    def _of(
        self,
        font: Font,
        alignment: Alignment,
        *,
        fill: PatternFill | None = None,
        border: Border | None = None,
        shown_as: str = "",
    ) -> int:
        """Return a style for texts, or for numbers that are `shown_as` this format."""
        cell = WriteOnlyCell(self._sheet)
        cell.font = font
        cell.alignment = alignment
        cell.number_format = shown_as or "General"
        if fill is not None:
            cell.fill = fill
        if border is not None:
            cell.border = border
        # The apostrophe of a spreadsheet: what follows is text even when somebody edits it.
        cell.quotePrefix = not shown_as
        return cell.style_id


def _aligned(columns: Sequence[Column], at: int, vertical: str) -> Alignment:
    """Return how a column is aligned; a text keeps away from what stands to the left of it."""
    if columns[at].kind in _RIGHT:
        return Alignment(horizontal="right", vertical=vertical, wrap_text=vertical == "bottom")
    indent = 1 if at else 0
    return Alignment(horizontal="left", vertical=vertical, wrap_text=True, indent=indent)


def number_format(column: Column) -> str:
    """Return the number format of a column; a German Excel writes comma and point."""
    if column.kind in _FORMATS:
        return _FORMATS[column.kind]
    whole = "0" if column.kind in _SHARES else "#,##0"
    if column.kind in ("integer", "suppressed_integer"):
        return whole
    if column.places is None:
        return "General"
    digits = f"{whole}.{'0' * column.places}" if column.places else whole
    if column.kind in _SHARES:
        return f"{digits} %"
    return f'{digits} "€"' if column.kind == "euro" else digits
