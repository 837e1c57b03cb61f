"""The look of the workbook: every style is made once and then known by its number."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from quartierdesk.domain.protocol import Column, ColumnKind, ParagraphStyle

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

PETROL = "0B4A54"
PETROL_LIGHT = "5B8F96"
_PETROL_TINT = "DCE9E9"
_INK = "1B2326"
_MUTED = "4C585C"
_HAIR = "B4BBBB"
_FONT = "Calibri"

_FORMATS: dict[ColumnKind, str] = {
    "date": "DD.MM.YYYY",
    "time": "HH:MM",
    "moment": "DD.MM.YYYY HH:MM",
}
_RIGHT = frozenset({"integer", "suppressed_integer", "decimal", "percent", "euro"})
_PARAGRAPHS: dict[ParagraphStyle, Font] = {
    "lead": Font(name=_FONT, size=13, color=_INK),
    "heading": Font(name=_FONT, size=13, bold=True, color=PETROL),
    "body": Font(name=_FONT, size=11, color=_INK),
    "notice": Font(name=_FONT, size=11, bold=True, color=_INK),
    "note": Font(name=_FONT, size=10, color=_MUTED),
}


class Styles:
    """Numbers of the styles of one workbook; `sheet` is any sheet of it."""

    def __init__(self, sheet: "StreamedSheet") -> None:
        self._sheet = sheet
        top = Alignment(vertical="top", wrap_text=True)
        self.title = self._of(Font(name=_FONT, size=18, bold=True, color=PETROL), Alignment())
        self.table_title = self._of(Font(name=_FONT, size=11, bold=True, color=_INK), Alignment())
        self.paragraphs = {style: self._of(font, top) for style, font in _PARAGRAPHS.items()}
        self.heads = {
            side: self._of(
                Font(name=_FONT, size=10, bold=True, color=PETROL),
                _aligned(side, "bottom"),
                fill=PatternFill("solid", fgColor=_PETROL_TINT),
                border=Border(top=Side("medium", PETROL), bottom=Side("thin", PETROL)),
            )
            for side in ("left", "right")
        }

    def head(self, column: Column) -> int:
        """Return the style of a heading."""
        return self.heads["right" if column.kind in _RIGHT else "left"]

    def body(self, columns: Iterable[Column]) -> list[tuple[int, int]]:
        """Return for each column the styles of a number and of a text."""
        return [
            (self._body(column, text=False), self._body(column, text=True)) for column in columns
        ]

    def _body(self, column: Column, *, text: bool) -> int:
        return self._of(
            Font(name=_FONT, size=10, color=_INK),
            _aligned("right" if column.kind in _RIGHT else "left", "top"),
            border=Border(bottom=Side("hair", _HAIR)),
            number_format="General" if text else number_format(column),
            text=text,
        )

    def _of(
        self,
        font: Font,
        alignment: Alignment,
        *,
        fill: PatternFill | None = None,
        border: Border | None = None,
        number_format: str = "General",
        text: bool = True,
    ) -> int:
        cell = WriteOnlyCell(self._sheet)
        cell.font = font
        cell.alignment = alignment
        cell.number_format = number_format
        if fill is not None:
            cell.fill = fill
        if border is not None:
            cell.border = border
        # The apostrophe of a spreadsheet: what follows is text even when somebody edits it.
        cell.quotePrefix = text
        return cell.style_id


def _aligned(side: str, vertical: str) -> Alignment:
    """Return an alignment; what stands on the right keeps away from the text beside it."""
    indent = 1 if side == "right" else 0
    return Alignment(horizontal=side, vertical=vertical, wrap_text=True, indent=indent)


def number_format(column: Column) -> str:
    """Return the number format of a column; a German Excel writes comma and point."""
    if column.kind in _FORMATS:
        return _FORMATS[column.kind]
    whole = "0" if column.kind == "percent" else "#,##0"
    if column.kind in ("integer", "suppressed_integer"):
        return whole
    if column.places is None:
        return "General"
    digits = f"{whole}.{'0' * column.places}" if column.places else whole
    return {"percent": f"{digits} %", "euro": f'{digits} "€"'}.get(column.kind, digits)
