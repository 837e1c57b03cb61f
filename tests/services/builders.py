"""Workshops and what happens in them, for the tests of the services."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from quartierdesk.domain.contribution import Cluster, Contribution
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollOption
from quartierdesk.domain.workshop import Actor, AdviceOffice, Workshop
from quartierdesk.services import (
    actors,
    catalogues,
    clusters,
    contributions,
    history,
    indicators,
    polls,
    protocols,
    records,
    releases,
    workshops,
)
from quartierdesk.store.schema.base import Base
from quartierdesk.store.workspace import Workspace

T = TypeVar("T")

_SAMPLES: Mapping[type, object] = {
    int: 3,
    Decimal: Decimal("12.50"),
    date: date(2026, 3, 13),
    time: time(18, 30),
    datetime: datetime(2026, 3, 13, 18, 8, 5, tzinfo=UTC),
}


def new_workshop(workspace: Workspace, title: str = "Quartierswerkstatt") -> Workshop:
    """Store a workshop of which only the title is known."""
    return workshops.create_plain(workspace, title)


def card(text: str = "Der Bus fährt zu selten.", **values: Any) -> Contribution:  # noqa: ANN401 - fields
    """Return a contribution that is not stored yet."""
    return Contribution(new_id(), values.pop("label", ""), text, **values)


def captured(
    workspace: Workspace,
    workshop_id: str,
    *texts: str,
    **values: Any,  # noqa: ANN401 - fields
) -> list[Contribution]:
    """Store contributions and return them."""
    return contributions.capture_many(workspace, workshop_id, [card(t, **values) for t in texts])


def new_cluster(
    workspace: Workspace, workshop_id: str, title: str, cards: Iterable[Contribution] = ()
) -> Cluster:
    """Store a cluster with contributions in it."""
    ids = [each.id for each in cards]
    return clusters.create(workspace, workshop_id, Cluster(new_id(), "", title), ids)


def new_poll(
    workspace: Workspace,
    workshop_id: str,
    method: str = "dots",
    labels: Sequence[str] = ("Bus", "Laden", "Spielplatz"),
    **values: Any,  # noqa: ANN401 - fields
) -> Poll:
    """Store an open poll with options of these names."""
    options = values.pop("options", polls.with_new_ids(labels))
    values = {"state": "open", **values}
    return polls.create(workspace, workshop_id, Poll(new_id(), method, options=options, **values))


def sheet(poll: Poll, values: Mapping[str, int], aspect: str = "", label: str = "") -> Ballot:
    """Return a ballot with one mark per named option."""
    ids = {option.label: option.id for option in poll.options}
    marks = (BallotMark(new_id(), ids[name], n, aspect=aspect) for name, n in values.items())
    return Ballot(new_id(), label, tuple(marks))


def comparison_sheet(poll: Poll, values: Mapping[tuple[str, str], int]) -> Ballot:
    """Return a ballot with one comparison per named pair."""
    ids = {option.label: option.id for option in poll.options}
    marks = (BallotMark(new_id(), ids[a], n, against_id=ids[b]) for (a, b), n in values.items())
    return Ballot(new_id(), "", tuple(marks))


def named(options: Iterable[PollOption]) -> dict[str, str]:
    """Return the names of options by id."""
    return {option.id: option.label for option in options}


def filled(kind: type[T], **given: object) -> T:
    """Return a `kind` in which every field that is not `given` has a value of its own.

    So a field that nobody stores is noticed without anybody thinking of it.
    """
    hints = get_type_hints(kind)
    values = {
        field.name: _sample(field, hints[field.name])
        for field in fields(kind)  # type: ignore[arg-type]
        if field.name not in given and not field.name.endswith(("_id", "_ids"))
    }
    return kind(**{**values, "id": new_id(), **given})


def _sample(field: Field[Any], hint: Any) -> object:  # noqa: ANN401 - a type, as Python gives it
    if get_origin(hint) in (Union, UnionType):
        hint = next(option for option in get_args(hint) if option is not type(None))
    if hint is bool:
        return field.default is MISSING or not field.default
    if get_origin(hint) is tuple:
        return (f"{field.name} eins", f"{field.name} zwei") if get_args(hint)[0] is str else ()
    return _SAMPLES.get(hint, f"{field.name} Ä")


def content(workspace: Workspace) -> dict[str, object]:
    """Return everything that people see in the file, to be compared."""
    known = workshops.overview(workspace)
    places = workshops.quarters(workspace)
    return {
        "overview": known,
        "records": [records.load(workspace, line.id) for line in known],
        "catalogues": [catalogues.of_workshop(workspace, line.id) for line in known],
        "municipalities": workshops.municipalities(workspace),
        "quarters": places,
        "indicators": [indicators.of_quarter(workspace, quarter.id) for quarter in places],
        "actors": actors.listed(workspace, Actor),
        "offices": actors.listed(workspace, AdviceOffice),
        "protocols": [protocols.settings(workspace, line.id) for line in known],
        "releases": [releases.listed(workspace, line.id) for line in known],
    }


def operations(workspace: Workspace) -> int:
    """Return how many operations the history holds."""
    return len(history.listed(workspace))


def assert_leaves_the_house(value: object) -> None:
    """Fail where `value` holds a row of the database or something that can be changed."""
    assert not isinstance(value, Base), f"{type(value).__name__} is a row of the database"
    if is_dataclass(value):
        assert vars(type(value))["__dataclass_params__"].frozen, f"{value} can be changed"
        for field in fields(value):
            assert_leaves_the_house(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            assert_leaves_the_house(key)
            assert_leaves_the_house(item)
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for item in value:
            assert_leaves_the_house(item)
