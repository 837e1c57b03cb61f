"""Documents on paper: the protocol in its lengths, and what is handed out in the room."""

from quartierdesk.exports.pdf.documents.writing import write_protocol

__all__ = ["write_protocol"]
