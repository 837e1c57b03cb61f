"""Accessible, archivable PDF files: PDF/UA-1 and PDF/A-2a in one, straight from ReportLab."""

from quartierdesk.exports.pdf.composing import Result, Watch
from quartierdesk.exports.pdf.protocol_file import write_pdf

__all__ = ["Result", "Watch", "write_pdf"]
