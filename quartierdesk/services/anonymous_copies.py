"""Handing over a copy without personal data: what is known today, without people and history."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quartierdesk.domain.codes import is_code
from quartierdesk.domain.long_work import Progress, silently
from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.services import places_of_names
from quartierdesk.store.access import Access
from quartierdesk.store.package_scope import PERSONAL
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.base import logged_fields, parents, references
from quartierdesk.store.schema.contributions import Contribution, Photo
from quartierdesk.store.schema.frame import ProtocolRelease
from quartierdesk.store.schema.log import STORED_FILE
from quartierdesk.store.schema.people import Participant
from quartierdesk.store.stored_files import needed
from quartierdesk.store.workspace import Workspace

_SUBSTITUTE = "eine teilnehmende Person"
_REMOVED = "[Wortlaut entfernt]"
_BATCH = 500


def copy_without_personal_data(
    workspace: Workspace, target: Path, progress: Progress = silently
) -> None:
    """Write a new workspace to `target` with everything but personal data, as it is today.

    Participants, consents, signatures, recipients, actors, photos that are not released, internal
    protocols and the history of changes stay out; names of participants in texts are replaced,
    and where a contribution is marked as personal, its minutes wording stands for the original.
    It has the passphrase of the workspace and is a file of its own: packages do not fit it.
    Raises `UserError` when it cannot be written, `CancelledError` when `progress` does; then
    nothing is left behind.
    """
    key = workspace.source().passphrase
    with Workspace.create(target, Access(passphrase=key)) as copy:
        try:
            _fill(workspace, copy, progress)
        except BaseException:
            copy.close()
            target.unlink(missing_ok=True)
            raise


def _fill(workspace: Workspace, copy: Workspace, progress: Progress) -> None:
    with workspace.reading() as source, copy.transaction("Kopie ohne Personendaten") as session:
        everybody = source.scalars(select(Participant.id)).all()
        people = places_of_names.spellings(source, everybody)
        kept: set[str] = set()
        tables = list(_parents_first())
        waiting: list[tuple[Logged, dict[str, str]]] = []
        for done, table in enumerate(tables):
            progress(done, len(tables))
            for row in _rows(source, table):
                if _belongs_to_the_gone(table, row, kept):
                    continue
                made, later = _anonymous(table, row, people)
                kept.add(row.id)
                session.add(made)
                waiting.append((made, later))
            source.expunge_all()
        for made, later in waiting:
            for field, value in later.items():
                if value in kept:
                    setattr(made, field, value)
        _copy_files(source, copy)


def _parents_first() -> Iterator[type[Logged]]:
    waiting = {name: t for name, t in logged_tables().items() if name not in PERSONAL}
    while waiting:
        ready = [
            name
            for name, table in waiting.items()
            if not {references(table)[column] for column in parents(table)} & waiting.keys()
        ]
        for name in ready:
            yield waiting.pop(name)


def _rows(source: Session, table: type[Logged]) -> Iterator[Logged]:
    query = select(table).where(table.deleted.is_(False)).order_by(table.__table__.c.seq)
    if table is Photo:
        query = query.where(Photo.public.is_(True))
    if table is ProtocolRelease:
        query = query.where(ProtocolRelease.edition == "public")
    yield from source.scalars(query.execution_options(yield_per=_BATCH))


def _belongs_to_the_gone(table: type[Logged], row: Logged, kept: set[str]) -> bool:
    return any(getattr(row, column) not in kept for column in parents(table))


def _anonymous(
    table: type[Logged], row: Logged, people: NamedPeople | None
) -> tuple[Logged, dict[str, str]]:
    """Return a row as it may be handed over, and what it may refer to once that is there too."""
    values = {name: getattr(row, name) for name in logged_fields(table)}
    optional = [name for name in references(table) if name not in parents(table)]
    later = {name: values.pop(name) for name in optional}
    if table is Contribution and values["contains_personal_data"]:
        values["text_original"] = values["text_minutes"] or _REMOVED
        values["note"] = ""
    if people is not None:
        for name in places_of_names.text_fields(table):
            values[name] = _without_names(name, values[name], people)
    made = table(id=row.id, **values)
    return made, {name: value for name, value in later.items() if value is not None}


def _without_names(field: str, value: object, people: NamedPeople) -> object:
    if isinstance(value, tuple):
        return tuple(_without_names(field, text, people) for text in value)
    text = str(value)
    return text if is_code(field, text) else people.replaced_in(text, _SUBSTITUTE)


def _copy_files(source: Session, copy: Workspace) -> None:
    query = select(STORED_FILE)
    for key in sorted(needed(source.connection(), public=True)):
        row = source.execute(query.where(STORED_FILE.c.sha256 == key)).first()
        if row is not None:
            copy.store().execute(insert(STORED_FILE).values(**row._mapping))
