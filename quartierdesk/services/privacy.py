"""Personal data: erased for good, found in texts, reminded of, left out of copies.

What is erased goes out of rows, log, search index and the backups at hand; it cannot be undone,
and no package brings it back. A record says that something was erased, but not what.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quartierdesk.domain import clock
from quartierdesk.domain.field_words import kept_word
from quartierdesk.domain.named_people import NamedPeople
from quartierdesk.domain.text import clean
from quartierdesk.errors import UserError
from quartierdesk.services import erased_copies, places_of_names
from quartierdesk.services.anonymous_copies import copy_without_personal_data
from quartierdesk.services.erased_copies import PendingCopy
from quartierdesk.services.places_of_names import PlaceOfName, names_in, text_of
from quartierdesk.services.rows import existing, living
from quartierdesk.store import erasing
from quartierdesk.store.change_log import RecordingSession, entries_of
from quartierdesk.store.erasing import Place
from quartierdesk.store.schema import Logged, logged_tables
from quartierdesk.store.schema.contributions import Photo
from quartierdesk.store.schema.frame import (
    DeletionRecord,
    ProtocolRelease,
    Recipient,
    RetentionDate,
    Signature,
    Workshop,
)
from quartierdesk.store.schema.log import DRAFT, STORED_FILE
from quartierdesk.store.schema.people import Consent, Participant
from quartierdesk.store.workspace import Workspace

__all__ = [
    "Due",
    "Erasure",
    "PendingCopy",
    "PlaceOfName",
    "copy_without_personal_data",
    "due",
    "erase_person",
    "mend",
    "places_of_name",
    "remove_personal_data",
]

_REMIND_BEFORE = timedelta(days=14)
_WITHDRAWN = "Inhalt wegen Löschung von Personendaten entfernt"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased, and what is left to do.

    `rows` are things of which every value is gone, `wordings` texts whose earlier wording named
    somebody, `releases` released protocols whose content is gone. `places` are texts that still
    name somebody, to be mended with `mend`; `pending` are copies that still hold what was erased.
    `is_clean` is False where the file could not be cleaned yet (for example a full disk); it is
    made up for at the next opening.
    """

    rows: int
    wordings: int
    releases: int
    places: tuple[PlaceOfName, ...]
    pending: tuple[PendingCopy, ...]
    is_clean: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A retention date that has come or comes soon; `days` until then, negative when past."""

    id: str
    workshop_id: str
    workshop: str
    subject: str
    until: date
    text: str
    days: int

    @property
    def reminder(self) -> str:
        """What to do, as a German sentence."""
        day = self.until.strftime("%d.%m.%Y")
        what = f"{kept_word(self.subject)} – {self.workshop}"
        if self.days < 0:
            return f"{what}: Die Frist ist am {day} abgelaufen, bitte jetzt löschen."
        return f"{what}: bitte nach dem {day} löschen."


def places_of_name(workspace: Workspace, participant_id: str) -> list[PlaceOfName]:
    """Return the texts in which a participant is named, in all workshops of the file."""
    with workspace.reading() as session:
        _person(session, participant_id)
        people = places_of_names.spellings(session, [participant_id])
        return _places(session, people)


def erase_person(workspace: Workspace, participant_id: str, reason: str = "") -> Erasure:
    """Erase a participant with consents, and every earlier wording that named the person.

    Raises `UserError` when there is no such participant or the person was erased before.
    """
    with workspace.lasting("Personendaten gelöscht", "erase") as session:
        person = _person(session, participant_id)
        rows = [("participant", person.id), *_consents(session, [person.id])]
        done = _erase(session, person.workshop_id, [person.id], rows)
        _record(session, person.workshop_id, "Teilnehmende Person", len(rows), reason)
    return _told(workspace, len(rows), done)


def remove_personal_data(workspace: Workspace, workshop_id: str, reason: str = "") -> Erasure:
    """Erase whatever a workshop holds about people.

    Participants with consents, signatures, recipients, photos that are not released, and the
    content of internal protocols. What people said stays.
    """
    with workspace.lasting("Personendaten entfernt", "erase") as session:
        existing(session, Workshop, workshop_id, "die Werkstatt")
        people = _ids(session, Participant, workshop_id)
        photos = select(Photo.id).where(
            Photo.workshop_id == workshop_id, Photo.public.is_(False) | Photo.deleted.is_(True)
        )
        rows: list[Place] = [
            *(("participant", each) for each in people),
            *_consents(session, people),
            *(("signature", each) for each in _ids(session, Signature, workshop_id)),
            *(("recipient", each) for each in _ids(session, Recipient, workshop_id)),
            *(("photo", each) for each in session.scalars(photos)),
        ]
        rows = _not_erased(session, rows)
        done = _erase(session, workshop_id, people, rows)
        if rows or done.releases:
            _record(session, workshop_id, "Personendaten der Werkstatt", len(rows), reason)
    return _told(workspace, len(rows), done)


def mend(workspace: Workspace, place: PlaceOfName, text: str) -> None:
    """Give a text another wording and take every earlier one out of the file for good.

    Raises `UserError` when the text was changed since the place was found.
    """
    if place.table == "draft":
        with workspace.transaction("Entwurf berichtigt"):
            own = update(DRAFT).where(DRAFT.c.place == place.row_id)
            workspace.store().execute(own.values(text=clean(text, "Entwurf")))
        return
    table = logged_tables()[place.table]
    with workspace.lasting("Namen aus einem Text entfernt", "erase") as session:
        row = existing(session, table, place.row_id, "den Eintrag")
        value = getattr(row, place.field)
        if text_of(value) != place.text:
            raise UserError(
                "Der Text wurde inzwischen geändert.", "Bitte sehen Sie ihn noch einmal an."
            )
        new: object = tuple(text.split("\n")) if isinstance(value, tuple) else text
        _erase_fields(session, (place.table, place.row_id), {place.field: new})
    erased_copies.clean_backups(workspace)


def due(workspace: Workspace, today: date | None = None) -> list[Due]:
    """Return the retention dates that have come or come within two weeks, the oldest first."""
    day = today or clock.today()
    with workspace.reading() as session:
        titles = {row.id: row.title for row in living(session, Workshop)}
        rows = living(session, RetentionDate, RetentionDate.until <= day + _REMIND_BEFORE)
        found = [
            Due(
                row.id, row.workshop_id, titles[row.workshop_id], row.subject, row.until, row.text,
                (row.until - day).days,
            )
            for row in rows
            if row.until is not None and row.workshop_id in titles
        ]  # fmt: skip
    return sorted(found, key=lambda each: (each.until, each.id))


@dataclass(slots=True)
class _Done:
    people: NamedPeople | None
    wordings: int = 0
    releases: int = 0


def _person(session: Session, participant_id: str) -> Participant:
    row = session.get(Participant, participant_id)
    if row is None:
        raise UserError(
            "Diese Person gibt es in der Datei nicht.",
            "Bitte sehen Sie in der Teilnehmerliste nach.",
        )
    if not _not_erased(session, [("participant", row.id)]):
        raise UserError(
            "Die Angaben zu dieser Person sind schon gelöscht.", "Es ist nichts mehr zu tun."
        )
    return row


def _ids(session: Session, table: type[Logged], workshop_id: str) -> list[str]:
    """Return the rows of a workshop, deleted ones included: their values are still there."""
    of_it = table.__table__.c.workshop_id == workshop_id
    return list(session.scalars(select(table.id).where(of_it).order_by(table.id)))


def _consents(session: Session, participant_ids: Sequence[str]) -> list[Place]:
    found: list[Place] = []
    for start in range(0, len(participant_ids), 500):
        chunk = participant_ids[start : start + 500]
        query = select(Consent.id).where(Consent.participant_id.in_(chunk)).order_by(Consent.id)
        found += [("consent", each) for each in session.scalars(query)]
    return found


def _not_erased(session: Session, rows: Iterable[Place]) -> list[Place]:
    query = "SELECT DISTINCT row_id FROM change WHERE kind = 'erase'"
    erased = set(session.connection().exec_driver_sql(query).scalars())
    return [row for row in rows if row[1] not in erased]


def _erase(
    session: RecordingSession, workshop_id: str, people_ids: Sequence[str], rows: Sequence[Place]
) -> _Done:
    done = _Done(places_of_names.spellings(session, people_ids))
    deleted = _deleted_naming(session, done.people)
    erasing.erase_rows(session.connection(), session.recording, [*rows, *deleted])
    done.wordings = len(deleted) + _erase_wordings(session, done.people)
    done.releases = _erase_releases(session, workshop_id, done.people)
    session.expire_all()
    return done


def _deleted_naming(session: Session, people: NamedPeople | None) -> list[Place]:
    """Return deleted rows that name somebody; nobody reads them, but they are still in the file."""
    if people is None:
        return []
    found = places_of_names.in_rows(session, people, deleted=True)
    return _not_erased(session, dict.fromkeys((each.table, each.row_id) for each in found))


def _erase_wordings(session: RecordingSession, people: NamedPeople | None) -> int:
    """Take earlier wordings that name somebody out of the log, where the present one does not."""
    if people is None:
        return 0
    rows: dict[Place, dict[str, object]] = {}
    connection = session.connection()
    for table, row_id, field in places_of_names.in_earlier_wordings(connection, people):
        row = session.get(logged_tables()[table], row_id)
        if row is not None and field in places_of_names.text_fields(type(row)):
            value = getattr(row, field)
            if not names_in(people, text_of(value)):
                rows.setdefault((table, row_id), {})[field] = value
    for place, values in rows.items():
        _erase_fields(session, place, values)
    return sum(map(len, rows.values()))


def _erase_releases(session: RecordingSession, workshop_id: str, people: NamedPeople | None) -> int:
    """Take the content of released protocols away that name people.

    Those are the internal ones of the workshop, and any in whose content a name stands.
    """
    rows = [
        row
        for row in session.scalars(select(ProtocolRelease))
        if (row.pdf_sha256 or row.content_sha256)
        and (
            (row.workshop_id == workshop_id and row.edition != "public")
            or _names(session, row, people)
        )
    ]
    for row in rows:
        values = {"pdf_sha256": "", "content_sha256": "", "remark": _WITHDRAWN}
        _erase_fields(session, ("protocol_release", row.id), values)
    return len(rows)


def _names(session: Session, row: ProtocolRelease, people: NamedPeople | None) -> bool:
    query = select(STORED_FILE.c.data).where(STORED_FILE.c.sha256 == row.content_sha256)
    content = session.scalar(query) or b""
    text = content.decode("utf-8", "replace").replace("\\n", " ")
    return people is not None and bool(names_in(people, text))


def _erase_fields(session: RecordingSession, place: Place, values: Mapping[str, object]) -> None:
    if entries_of(session.connection(), [place[1]]):
        erasing.erase_fields(session.connection(), session.recording, place, values)


def _record(session: Session, workshop_id: str, subject: str, amount: int, reason: str) -> None:
    session.add(
        DeletionRecord(
            workshop_id=workshop_id,
            subject=subject,
            amount=amount,
            deleted_at=datetime.now(UTC),
            reason=reason,
        )
    )


def _places(session: Session, people: NamedPeople | None) -> list[PlaceOfName]:
    if people is None:
        return []
    rows = places_of_names.in_rows(session, people, deleted=False)
    return [*rows, *places_of_names.in_drafts(session, people)]


def _told(workspace: Workspace, rows: int, done: _Done) -> Erasure:
    with workspace.reading() as session:
        places = tuple(_places(session, done.people))
        unclean = erasing.is_unclean(session.connection())
    left = erased_copies.clean_backups(workspace)
    return Erasure(rows, done.wordings, done.releases, places, left, not unclean)
