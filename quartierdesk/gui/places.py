"""Places in the program one can go to, from a link, a search or another page."""

from dataclasses import dataclass

CAPTURE = "capture"
WALL = "sort"


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and what on it shall be shown.

    `page` is the page's key. Pages of a workshop need `workshop_id` only where it is not the one
    that is open. At most one of the other ids says what to select; `field` names an input.
    """

    page: str
    workshop_id: str | None = None
    contribution_id: str | None = None
    cluster_id: str | None = None
    poll_id: str | None = None
    measure_id: str | None = None
    photo_id: str | None = None
    field: str = ""


def contribution(contribution_id: str, workshop_id: str | None = None) -> Place:
    """Return the place of a contribution, in the stream of cards."""
    return Place(CAPTURE, workshop_id, contribution_id=contribution_id)


def cluster(cluster_id: str, workshop_id: str | None = None) -> Place:
    """Return the place of a cluster, on the wall."""
    return Place(WALL, workshop_id, cluster_id=cluster_id)


def poll(poll_id: str, workshop_id: str | None = None) -> Place:
    """Return the place of a poll."""
    return Place("weigh", workshop_id, poll_id=poll_id)


def measure(measure_id: str, workshop_id: str | None = None) -> Place:
    """Return the place of a measure, among those of its workshop."""
    return Place("agree", workshop_id, measure_id=measure_id)
