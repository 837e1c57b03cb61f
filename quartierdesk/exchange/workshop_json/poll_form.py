"""A poll in full, whatever its method: everything that was counted, options named by position."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from quartierdesk.domain.borda import Variant as BordaVariant
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.pairwise import Variant as PairwiseVariant
from quartierdesk.domain.poll import (
    Ballot,
    BallotMark,
    Poll,
    PollGroup,
    PollMethod,
    PollOption,
    PollState,
    Tally,
)
from quartierdesk.domain.results import evaluate
from quartierdesk.exchange.workshop_json.fields import (
    COUNT,
    FLAG,
    Field,
    Row,
    choice,
    read_row,
    reference,
    whole,
    write_row,
)
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.section import MOST, Section, as_whole, wrong

POLL = (
    Field("slot"),
    Field("method", "method", choice(*get_args(PollMethod)), required=True),
    Field("question", "question", extension=True),
    Field("round", "round", extension=True),
    Field("state", "state", choice(*get_args(PollState)), required=True),
    Field("rule", "rule_text", extension=True),
    Field("dots_per_person", "dots_per_person", whole(1, MOST), extension=True),
    Field("max_per_item", "max_per_option", whole(1, MOST), extension=True),
    Field("voters", "voters", COUNT, extension=True),
    Field("scale_max", "scale_max", whole(1, MOST), extension=True),
    Field("scale", "scale_text", extension=True),
    Field("variant", "variant", extension=True),
    Field("options"),
    Field("groups"),
    Field("ballots"),
    Field("tallies"),
    Field("result"),
)

OPTION = (
    Field("label", "label", extension=True),
    Field("cluster", "cluster_id", reference("clusters"), extension=True),
    Field("contribution", "contribution_id", reference("contributions"), extension=True),
    Field("measure", "measure_id", reference("measures"), extension=True),
    Field("is_status_quo", "is_status_quo", FLAG, extension=True),
)

GROUP = (
    Field("label", "label", required=True),
    Field("table", "table_id", reference("tables"), extension=True),
    Field("voters", "voters", COUNT, extension=True),
)

BALLOT = (Field("label", "label", extension=True), Field("marks"))

MARK = (
    Field("option"),
    Field("against"),
    Field("value", "value", whole(0, MOST), required=True),
    Field("aspect", "aspect", extension=True),
)

TALLY = (
    Field("option"),
    Field("group"),
    Field("count_number", "count_number", whole(1, MOST), extension=True),
    Field("count", "count", COUNT, required=True),
)

_VARIANTS = {"pairwise": get_args(PairwiseVariant), "borda": get_args(BordaVariant)}


def read_poll(section: Section, names: Names) -> Poll:
    """Return a poll; raises `UserError` where what was counted does not fit its method."""
    options = tuple(
        PollOption(new_id(), position=position, **read_row(option, OPTION, names))
        for position, option in enumerate(section.sections("options"))
    )
    groups = tuple(
        PollGroup(new_id(), position=position, **read_row(group, GROUP, names))
        for position, group in enumerate(section.sections("groups"))
    )
    chosen = [option.id for option in options]
    poll = Poll(
        new_id(),
        options=options,
        groups=groups,
        ballots=tuple(
            Ballot(
                new_id(),
                marks=tuple(_read_mark(mark, chosen, names) for mark in ballot.sections("marks")),
                position=position,
                **read_row(ballot, BALLOT, names),
            )
            for position, ballot in enumerate(section.sections("ballots"))
        ),
        tallies=tuple(
            _read_tally(tally, chosen, [group.id for group in groups], names)
            for tally in section.sections("tallies")
        ),
        **read_row(section, POLL, names),
    )
    if poll.variant not in ("", *_VARIANTS.get(poll.method, (poll.variant,))):
        raise wrong(section.place_of("variant"), "ist keine Spielart dieses Verfahrens")
    return checked(poll, section.place)


def checked(poll: Poll, place: str) -> Poll:
    """Return the poll; raises `UserError` where what was counted does not fit its method."""
    try:
        evaluate(poll)
    except ValueError as error:
        raise wrong(place, "enthält Stimmen, die nicht zum Verfahren passen") from error
    return poll


def write_poll(poll: Poll, names: Names) -> Row:
    """Return a poll without its result; identities and laptops do not travel."""
    if poll.ballots and poll.voters == len(poll.ballots):
        poll = replace(poll, voters=None)
    row = write_row(poll, POLL, names)
    row["options"] = [write_row(option, OPTION, names) for option in poll.options]
    options = {option.id: place for place, option in enumerate(poll.options)}
    groups = {group.id: place for place, group in enumerate(poll.groups)}
    lists: Row = {
        "groups": [write_row(group, GROUP, names) for group in poll.groups],
        "ballots": [_write_ballot(ballot, options, names) for ballot in poll.ballots],
        "tallies": _write_tallies(poll, options, groups),
    }
    return row | {key: content for key, content in lists.items() if content}


def _read_mark(section: Section, options: Sequence[str], names: Names) -> BallotMark:
    return BallotMark(
        new_id(),
        option_id=options[_position(section, "option", options)],
        against_id=options[_position(section, "against", options)]
        if section.has("against")
        else None,
        **read_row(section, MARK, names),
    )


def _read_tally(
    section: Section, options: Sequence[str], groups: Sequence[str], names: Names
) -> Tally:
    return Tally(
        new_id(),
        option_id=options[_position(section, "option", options)],
        group_id=groups[_position(section, "group", groups)] if section.has("group") else None,
        **read_row(section, TALLY, names),
    )


def _position(section: Section, key: str, among: Sequence[str]) -> int:
    position = section.require(key, as_whole)
    if position >= len(among):
        raise wrong(section.place_of(key), "nennt etwas, was es in der Liste nicht gibt")
    return position


def _write_ballot(ballot: Ballot, options: dict[str, int], names: Names) -> Row:
    marks = []
    for mark in ballot.marks:
        handed_in: Row = {"option": options[mark.option_id]}
        handed_in |= {"against": options[mark.against_id]} if mark.against_id else {}
        marks.append(write_row(mark, MARK, names, handed_in))
    return write_row(ballot, BALLOT, names, {"marks": marks})


def _write_tallies(poll: Poll, options: dict[str, int], groups: dict[str, int]) -> list[Json]:
    """Return one row per option, group and count; what several laptops counted is added up.

    Nothing in a first count goes without saying; in a later one it takes back the count before.
    """
    sums: dict[tuple[int, int, int], int] = {}
    for tally in poll.tallies:
        group = groups[tally.group_id] if tally.group_id else -1
        place = (options[tally.option_id], group, tally.count_number)
        sums[place] = sums.get(place, 0) + tally.count
    return [
        {
            "option": option,
            **({"group": group} if group >= 0 else {}),
            **({"count_number": number} if number > 1 else {}),
            "count": max(0, count),
        }
        for (option, group, number), count in sorted(sums.items())
        if count > 0 or number > 1
    ]
