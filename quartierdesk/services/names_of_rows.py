"""What rows and values are called when people are asked about them."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from quartierdesk.domain.clock import at_home
from quartierdesk.domain.field_words import kind_word
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import references
from quartierdesk.store.values import Json, from_json

_LONGEST = 80
_TELLING = ("text_original", "title", "topic", "name", "question", "text", "what", "subject")


def name_of_row(row: Logged) -> str:
    """Return what a row is called: its kind, its number and the beginning of what it says."""
    parts = [kind_word(row.__tablename__)]
    label = str(getattr(row, "label", "") or "")
    if label:
        parts.append(label)
    said = next((text for name in _TELLING if (text := str(getattr(row, name, "") or ""))), "")
    named = " ".join(parts)
    return f"{named}: „{shortened(said)}“" if said else named


def shortened(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def value_in_words(session: Session, table: str, field: str, value: Json) -> str:
    """Return a value of the log as people read it; „–“ where there is none."""
    if field == "deleted":
        return "gelöscht" if value else "bleibt"
    if value is None or value == "" or value == []:
        return "–"
    target = references(logged_tables()[table]).get(field)
    if target is not None:
        row = session.get(logged_tables()[target], str(value))
        return name_of_row(row) if row is not None else "–"
    return _plain(from_json(logged_tables()[table], field, value))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return at_home(value).strftime("%d.%m.%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)
