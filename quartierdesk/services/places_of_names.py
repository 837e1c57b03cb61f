"""Where somebody is named in running text: in what is read today, and in earlier wordings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from json import loads

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from quartierdesk.domain.codes import is_code
from quartierdesk.domain.field_words import field_word, kind_word
from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.people import Participant
from quartierdesk.services.names_of_rows import name_of_row
from quartierdesk.services.rows import frozen
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import logged_fields
from quartierdesk.store.schema.columns import Line, Lines, Prose
from quartierdesk.store.schema.log import DRAFT
from quartierdesk.store.schema.people import Participant as ParticipantTable

_OWN = frozenset({"participant", "consent", "deletion_record"})
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class PlaceOfName:
    """A text in which somebody is named: of which row, what it is called, the text, the names."""

    table: str
    row_id: str
    field: str
    what: str
    field_name: str
    text: str
    found: tuple[str, ...]


def spellings(session: Session, participant_ids: Iterable[str]) -> NamedPeople | None:
    """Return how these participants may be named in a text; their numbers do not count."""
    rows = (session.get(ParticipantTable, each) for each in participant_ids)
    people = [frozen(Participant, row, consents=()) for row in rows if row is not None]
    return NamedPeople.of([replace(person, label="") for person in people])


def text_fields(table: type[Logged]) -> list[str]:
    """Return the columns in which people write."""
    kinds = logged_fields(table).items()
    return [name for name, kind in kinds if isinstance(kind, Line | Prose | Lines)]


def text_of(value: object) -> str:
    """Return the content of a text column as one text."""
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def in_rows(session: Session, people: NamedPeople, *, deleted: bool) -> Iterator[PlaceOfName]:
    """Yield the texts that name one of these people, in rows that are, or are not, deleted."""
    for name, table in logged_tables().items():
        fields = text_fields(table)
        if name in _OWN or not fields:
            continue
        query = select(table).where(table.deleted.is_(deleted)).order_by(table.id)
        for row in session.scalars(query.execution_options(yield_per=_BATCH)):
            for field in fields:
                text = text_of(getattr(row, field))
                found = () if is_code(field, text) else names_in(people, text)
                if found:
                    yield PlaceOfName(
                        name, row.id, field, name_of_row(row), field_word(field, name),
                        text, found,
                    )  # fmt: skip


def in_drafts(session: Session, people: NamedPeople) -> Iterator[PlaceOfName]:
    """Yield half-typed texts that name one of these people."""
    for place, text in session.execute(select(DRAFT.c.place, DRAFT.c.text)):
        found = names_in(people, text)
        if found:
            word = kind_word("draft")
            yield PlaceOfName("draft", place, "text", word, field_word("text"), text, found)


def names_in(people: NamedPeople, text: str) -> tuple[str, ...]:
    """Return the names of these people as they stand in a text."""
    return tuple(dict.fromkeys(match[0] for match in people.found_in(text)))


def in_earlier_wordings(
    connection: Connection, people: NamedPeople
) -> Iterator[tuple[str, str, str]]:
    """Yield (table, row, field) of every entry of the log in which one of these people is named."""
    query = (
        "SELECT c.tbl, c.row_id, c.kind, v.data FROM change c JOIN change_value v"
        " ON v.replica_no = c.replica_no AND v.n = c.n WHERE c.kind != 'erase'"
    )
    seen: set[tuple[str, str, str]] = set()
    for table, row_id, kind, data in connection.exec_driver_sql(query):
        if table in _OWN or not any(people.found_in(_as_read(data))):
            continue
        for field, value in loads(data).items():
            place = (table, row_id, field)
            texts = [value] if kind == "new" else value[:2]
            if place not in seen and any(names_in(people, _flat(text)) for text in texts):
                seen.add(place)
                yield place


def _flat(value: object) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value or "")


def _as_read(data: str) -> str:
    """Return JSON so that a name after a line break is found as a word."""
    return data.replace("\\n", " ").replace("\\t", " ").replace('\\"', '"')
