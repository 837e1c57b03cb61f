"""Paper: A4 landscape, one page wide, with the title above and the number of the page below."""

from typing import TYPE_CHECKING

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from quartierdesk.domain.protocol import Protocol, Table
from quartierdesk.exports.sheet_cells import literal
from quartierdesk.exports.sheet_layout import SheetPlan

if TYPE_CHECKING:
    from quartierdesk.exports.sheet_cells import StreamedSheet

INTERNAL = "intern – nicht veröffentlichen"

_A4 = 9
_LONG_TABLE = 25
# What an A4 page takes between the margins, and how far a sheet is made smaller to fit.
_PAGE_CHARACTERS, _PAGE_POINTS = 140.0, 487.0
_SMALLEST_SCALE = 0.7
# A header or footer of more than 255 characters makes Excel repair the file.
_LONGEST = 90


def set_up_page(sheet: "StreamedSheet", laid: SheetPlan, protocol: Protocol) -> None:
    """Set paper, margins (inches), header and footer; headings of a list repeat on each page.

    A sheet is as wide as a page. One that could not be read then is as wide as several, which
    lie side by side and repeat the labels.
    """
    across = laid.pages_across
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = across
    sheet.page_setup.fitToHeight = 1 if _fits_one_page(laid) else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(0.45, 0.45, 0.8, 0.7, header=0.35, footer=0.35)
    heads = _repeated_heads(laid)
    if heads:
        sheet.print_title_rows = f"{heads}:{heads}"
    if across > 1:
        sheet.page_setup.pageOrder = "overThenDown"
        sheet.print_title_cols = "A:A"
    sheet.HeaderFooter.scaleWithDoc = False
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None
    header.left.text = _line(protocol.title)
    header.right.text = _line(laid.section.title)
    footer.left.text = _line(INTERNAL if protocol.edition == "internal" else protocol.municipality)
    footer.right.text = "Seite &P von &N"
    for part in (header.left, header.right, footer.left, footer.right):
        part.size = 9


def _fits_one_page(laid: SheetPlan) -> bool:
    """Tell whether a sheet that is no list is better made a bit smaller than broken in two."""
    if laid.is_list:
        return False
    scale = min(1.0, _PAGE_CHARACTERS / sum(laid.widths))
    return laid.points * scale <= _PAGE_POINTS / _SMALLEST_SCALE


def _repeated_heads(laid: SheetPlan) -> int:
    """Return the row of the headings that every page repeats: of the list, of a long last table."""
    tables = [placed for placed in laid.placed if isinstance(placed.block, Table)]
    if laid.is_list or not tables:
        return int(laid.is_list)
    last = tables[-1]
    assert isinstance(last.block, Table)
    return last.header if len(last.block.rows) >= _LONG_TABLE else 0


def _line(text: str) -> str:
    """Return `text` for a header, where „&“ begins a command and „_x0041_“ is an „A“."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
    return literal(short.replace("&", "&&"))
