"""Instants (UTC) as the clock at the place of a workshop shows them.

One rule for every time the program shows: it is that of the clock on the wall of the room, in the
zone of the workshop that is shown, in that of Germany where none is. What zone the laptop is set to
does not matter: a laptop that came from elsewhere says the same as the others on the table.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_USUAL_ZONE = "Europe/Berlin"


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of this name, that of the country for a name nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(_USUAL_ZONE)


def on_the_clock(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return an instant as a clock in `zone` showed it, without zone, to the second.

    An instant without zone is one that the clock of this laptop told.
    """
    return instant.astimezone(zone).replace(tzinfo=None, microsecond=0)


def at_home(instant: datetime, zone: str = "") -> datetime:
    """Return an instant as the clock in the zone of this name showed it, in Germany without one."""
    return on_the_clock(instant, zone_of(zone))


def today() -> date:
    """Return which day it is in Germany."""
    return at_home(datetime.now(UTC)).date()
