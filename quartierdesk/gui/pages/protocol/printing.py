"""Printing through the system: page range, copies, both sides; what was chosen last is kept."""

import io
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from quartierdesk.gui import pdf
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.ticket import Ticket
from quartierdesk.services import protocol_pdf
from quartierdesk.services.protocol_pdf import Printable

_PRINTER, _DUPLEX, _COLOUR = "print.printer", "print.duplex", "print.colour"
_FINEST = 300
"""Dots per inch: finer needs much memory and shows nothing more on office printers."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed: the file, its pages, which of them (from 0), how often."""

    data: bytes
    sheets: tuple[pdf.Sheet, ...]
    pages: tuple[int, ...]
    copies: int


class Printing(QObject):
    """Asks the system's dialog and sends page after page to the printer."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._printer: QPrinter | None = None

    def ask(self, what: Printable, *, black: bool) -> None:
        """Draw the protocol, then ask how to print it."""
        self._desk.ops.draw(
            self._page,
            lambda ticket: _drawn(what, ticket, black=black),
            lambda drawn: self.ask_for(*drawn),
            title=self.tr("The minutes are being drawn …"),
        )

    def ask_for(self, data: bytes, outline: pdf.Outline, title: str = "", name: str = "") -> None:
        """Ask the system's dialog how to print a PDF.

        `title` stands above the dialog, `name` in the list of jobs; without them it is the minutes.
        """
        printer = self.usual_printer(len(outline.sheets))
        printer.setDocName(name or self.tr("Minutes"))
        dialog = QPrintDialog(printer, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, False)
        dialog.setWindowTitle(title or self.tr("Print minutes"))
        dialog.accepted.connect(lambda: self.print_with(printer, data, outline))
        # Its own `open` wants a slot by name; what was chosen comes by the signal.
        QDialog.open(dialog)

    def usual_printer(self, pages: int) -> QPrinter:
        """Return the printer chosen last, set up as it was then."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        name = str(self._desk.choice(_PRINTER, ""))
        if name:
            printer.setPrinterName(name)
        printer.setDuplex(QPrinter.DuplexMode(int(self._desk.choice(_DUPLEX, 1))))
        colour = bool(self._desk.choice(_COLOUR, True))
        mode = QPrinter.ColorMode.Color if colour else QPrinter.ColorMode.GrayScale
        printer.setColorMode(mode)
        printer.setFromTo(1, max(1, pages))
        self._printer = printer
        return printer

    def print_with(self, printer: QPrinter, data: bytes, outline: pdf.Outline) -> None:
        """Print what the dialog says, and keep what was chosen."""
        self._desk.remember(_PRINTER, printer.printerName())
        self._desk.remember(_DUPLEX, printer.duplex().value)
        self._desk.remember(_COLOUR, printer.colorMode() == QPrinter.ColorMode.Color)
        last = len(outline.sheets)
        first, until = printer.fromPage() or 1, printer.toPage() or last
        pages = tuple(range(max(1, first) - 1, min(until, last)))
        if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            pages = pages[::-1]
        copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
        job = PrintJob(data, outline.sheets, pages, copies)
        resolution = min(_FINEST, printer.resolution())
        self._desk.ops.draw(
            self._page,
            lambda ticket: _pictures(job, resolution, ticket),
            lambda pictures: self._send(printer, job, pictures),
            title=self.tr("The pages are being prepared …"),
        )

    def _send(self, printer: QPrinter, job: PrintJob, pictures: list[QImage]) -> None:
        """Put the pictures on paper, copy after copy."""
        painter = QPainter()
        for turn in range(job.copies):
            for place, page in enumerate(job.pages):
                _set_page(printer, job.sheets[page])
                if turn == 0 and place == 0:
                    if not painter.begin(printer):
                        self._desk.tell(self.tr("The printer does not answer."))
                        return
                else:
                    printer.newPage()
                painter.drawImage(
                    QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), pictures[place]
                )
        painter.end()
        # How many pages come out is for the printer to know: the system may leave some out.
        self._desk.tell(self.tr("Sent to the printer"))


def _drawn(what: Printable, ticket: Ticket, *, black: bool) -> tuple[bytes, pdf.Outline]:
    stream = io.BytesIO()
    protocol_pdf.render(
        what, stream, black=black, progress=ticket.step, cancelled=ticket.shall_stop
    )
    return stream.getvalue(), pdf.outline(stream.getvalue())


def _pictures(job: PrintJob, resolution: int, ticket: Ticket) -> list[QImage]:
    pictures = []
    for place, page in enumerate(job.pages):
        ticket.step(place, len(job.pages))
        pictures.append(pdf.page_for_print(job.data, page, resolution))
    return pictures


def _set_page(printer: QPrinter, sheet: pdf.Sheet) -> None:
    """Turn the paper where the page lies across, and use all of it."""
    landscape = sheet.width > sheet.height
    size = QSizeF(min(sheet.width, sheet.height), max(sheet.width, sheet.height))
    page_size = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = (
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    printer.setPageSize(page_size)
    printer.setPageOrientation(orientation)
