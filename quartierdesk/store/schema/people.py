"""Tables with people: participants and consents (all personal data), actors, advice offices."""

from datetime import datetime

from sqlalchemy.orm import Mapped

from quartierdesk.store.schema.base import Logged
from quartierdesk.store.schema.columns import flag, line, maybe, maybe_instant, parent, prose


class Participant(Logged):
    """Somebody on the attendance list."""

    __tablename__ = "participant"
    workshop_id: Mapped[str] = parent("workshop")
    label: Mapped[str] = line()
    name: Mapped[str] = line()
    table_id: Mapped[str | None] = maybe("topic_table")
    age_group: Mapped[str] = line()
    role: Mapped[str] = line()
    organisation: Mapped[str] = line()
    district: Mapped[str] = line()
    contact: Mapped[str] = line()
    notes: Mapped[str] = prose()


class Consent(Logged):
    """One consent of one participant."""

    __tablename__ = "consent"
    participant_id: Mapped[str] = parent("participant")
    kind: Mapped[str] = line()
    given: Mapped[bool] = flag()
    medium: Mapped[str] = line()
    withdrawn_at: Mapped[datetime | None] = maybe_instant()


class Actor(Logged):
    """Somebody who plays a part in the quarter."""

    __tablename__ = "actor"
    municipality_id: Mapped[str | None] = maybe("municipality")
    name: Mapped[str] = line()
    group: Mapped[str] = line()
    role: Mapped[str] = line()
    contact: Mapped[str] = line()
    notes: Mapped[str] = prose()


class AdviceOffice(Logged):
    """A free advice office."""

    __tablename__ = "advice_office"
    municipality_id: Mapped[str | None] = maybe("municipality")
    name: Mapped[str] = line()
    topics: Mapped[str] = line()
    address: Mapped[str] = prose()
    phone: Mapped[str] = line()
    email: Mapped[str] = line()
    website: Mapped[str] = line()
