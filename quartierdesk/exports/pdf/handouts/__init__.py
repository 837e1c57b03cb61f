"""Sheets for the room on paper: posters, cards, forms, sheets of information."""

from quartierdesk.exports.pdf.handouts.writing import write_handout

__all__ = ["write_handout"]
