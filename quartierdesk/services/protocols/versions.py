"""Which state of the protocol is shown: a draft of this minute, or a numbered version."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from quartierdesk.domain.clock import zone_of


@dataclass(frozen=True, slots=True)
class Version:
    """Which state of the protocol this is; `released_on` is None for a draft.

    `as_of` is the day on which it was made, `at` the time on the clock at the workshop's place,
    `remark` says what is different from the version before.
    """

    number: str = ""
    released_on: date | None = None
    as_of: date | None = None
    at: time | None = None
    remark: str = ""


def draft(timezone: str) -> Version:
    """Return a draft of now, by the clock at the place of the workshop."""
    now = datetime.now(UTC).astimezone(zone_of(timezone))
    return Version(as_of=now.date(), at=now.time().replace(second=0, microsecond=0))


def released(number: str, timezone: str, remark: str = "") -> Version:
    """Return a numbered version, released today."""
    today = draft(timezone)
    return Version(number, today.as_of, today.as_of, today.at, remark)
