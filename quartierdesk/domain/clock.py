"""Instants (UTC) as the clock at the place of a workshop shows them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_USUAL_ZONE = "Europe/Berlin"


def zone_of(name: str) -> ZoneInfo:
    """Return the zone of this name, that of the country for a name nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(_USUAL_ZONE)


def on_the_clock(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return an instant as a clock in `zone` showed it, without zone, to the second."""
    return instant.astimezone(zone).replace(tzinfo=None, microsecond=0)
