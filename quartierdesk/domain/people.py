"""Participants and what they agreed to: the only place for personal data."""

from dataclasses import dataclass
from typing import Literal

ConsentKind = Literal["list", "contact", "photo", "guardian"]


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent, asked apart from the others; `medium` for photos: where they may appear."""

    id: str
    kind: str
    given: bool
    medium: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody on the (internal) attendance list."""

    id: str
    label: str
    name: str = ""
    table_id: str | None = None
    age_group: str = ""
    role: str = ""
    organisation: str = ""
    district: str = ""
    contact: str = ""
    notes: str = ""
    consents: tuple[Consent, ...] = ()
