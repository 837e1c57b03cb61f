"""Writing a sheet for the room to a file: PDF/UA-1 and PDF/A-2a as every document."""

from datetime import datetime
from typing import IO

from quartierdesk.domain.handouts import (
    AttendanceList,
    CountingSheet,
    Handout,
    IdeaCards,
    Invitation,
    Poster,
    PrivacySheet,
)
from quartierdesk.exports.inks import Inks
from quartierdesk.exports.inks import inks as inks_for
from quartierdesk.exports.pdf.composing import UNWATCHED, Part, Result, Watch, compose
from quartierdesk.exports.pdf.handouts.attendance import attendance_list
from quartierdesk.exports.pdf.handouts.cards import idea_cards
from quartierdesk.exports.pdf.handouts.counting import counting_sheet
from quartierdesk.exports.pdf.handouts.poster import invitation_poster, result_poster
from quartierdesk.exports.pdf.handouts.sheets import privacy_sheet, run_sheet
from quartierdesk.exports.pdf.metadata import About

_FORMS = (IdeaCards, AttendanceList, CountingSheet)
_NAMES = {
    "Poster": "Aushang",
    "IdeaCards": "Ideenkarten",
    "AttendanceList": "Teilnehmerliste",
    "CountingSheet": "Zählbogen",
    "Invitation": "Einladung",
    "PrivacySheet": "Datenschutz",
    "RunSheet": "Regieplan",
}


def write_handout(
    handout: Handout,
    stream: IO[bytes],
    moment: datetime,
    *,
    black: bool = False,
    watch: Watch = UNWATCHED,
) -> Result:
    """Write a sheet for the room; `moment` is what the file says of its making, with a zone.

    Forms are always black. Raises `CancelledError` when `watch` says so.
    """
    colours = inks_for(black or isinstance(handout, _FORMS))
    event = handout.event
    title = f"{_NAMES[type(handout).__name__]}: {event.title}"
    about = About(title=title, author=event.municipality, moment=moment)
    return compose(_parts(handout, colours), about, stream, colours, watch)


def _parts(handout: Handout, colours: Inks) -> list[Part]:
    match handout:
        case Poster():
            return result_poster(handout, colours)
        case IdeaCards():
            return idea_cards(handout, colours)
        case AttendanceList():
            return attendance_list(handout, colours)
        case CountingSheet():
            return counting_sheet(handout, colours)
        case Invitation():
            return invitation_poster(handout, colours)
        case PrivacySheet():
            return privacy_sheet(handout, colours)
    return run_sheet(handout, colours)
