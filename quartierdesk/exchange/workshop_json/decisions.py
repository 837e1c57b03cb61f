"""Decisions of a small group in the file: consensing, pairwise comparison, ranking."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import cast

from quartierdesk.domain.consensus import ConsensusOutcome
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.pairwise import SCALES, PairwiseOutcome
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollOption
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import PollOutcome
from quartierdesk.exchange.workshop_json.fields import Row
from quartierdesk.exchange.workshop_json.json_text import Json
from quartierdesk.exchange.workshop_json.names import Names, free_key
from quartierdesk.exchange.workshop_json.poll_form import checked
from quartierdesk.exchange.workshop_json.poll_results import result_rows
from quartierdesk.exchange.workshop_json.section import (
    MOST,
    Section,
    as_items,
    as_line,
    as_text,
    as_texts,
    as_whole,
    wrong,
)
from quartierdesk.exchange.workshop_json.votes import cluster_names

USUAL_SCALE_MAX = 10

_STATUS_QUO = re.compile(r"P:|.*Passivlösung", re.DOTALL)
_USUAL_COMPARISON = SCALES["graded"]


def read_consensus(root: Section) -> Poll | None:
    """Return the systemic consensing: one ballot per row of the matrix, null for no answer."""
    section = _decision(root, "systemic_consensing")
    if section is None:
        return None
    labels = section.get("options", as_texts) or ()
    passive = next((at for at, label in enumerate(labels) if _STATUS_QUO.match(label)), None)
    options = tuple(
        PollOption(new_id(), label, is_status_quo=at == passive, position=at)
        for at, label in enumerate(labels)
    )
    scale_max = section.get("scale_max", lambda value, at: as_whole(value, at, 1, MOST))
    scale_max = scale_max or USUAL_SCALE_MAX
    poll = Poll(
        new_id(),
        "consensus",
        question=section.get("question", as_text) or "",
        state="closed",
        scale_max=scale_max,
        options=options,
        ballots=tuple(
            Ballot(new_id(), marks=_answers(row, place, options, scale_max), position=position)
            for position, (row, place) in enumerate(section.items("matrix"))
        ),
    )
    return checked(poll, section.place)


def write_consensus(record: WorkshopRecord, poll: Poll, outcome: PollOutcome) -> Row:
    """Return the section of the systemic consensing; the matrix is internal."""
    counted = cast("ConsensusOutcome", outcome)
    named = {option.id: record.option_label(option) for option in poll.options}
    row: Row = {
        "question": poll.question,
        "scale_max": counted.scale_max,
        "voters": max((result.ballots for result in counted.results), default=0),
        "options": list(named.values()),
    }
    if record.edition == "internal":
        row["matrix"] = [_resistances(ballot, poll) for ballot in poll.ballots]
    row["result"] = result_rows(poll, outcome, "option", named)
    return row


def read_pairwise(root: Section, names: Names) -> Poll | None:
    """Return the pairwise comparison of clusters: one ballot with all comparisons."""
    section = _decision(root, "pairwise")
    if section is None:
        return None
    items = section.items("items")
    options = _cluster_options(items, names)
    by_cluster = {option.cluster_id: option.id for option in options}

    def option(value: Json, place: str) -> str:
        found = by_cluster.get(names.find("clusters", value, place))
        if found is None:
            raise wrong(place, "steht nicht zur Wahl")
        return found

    marks = tuple(
        BallotMark(
            new_id(),
            option_id=row.require("row", option),
            value=row.require("value", lambda value, at: as_whole(value, at, 0, 2)),
            against_id=row.require("col", option),
        )
        for row in section.sections("comparisons")
    )
    scale = section.get("scale", as_text) or ""
    poll = Poll(
        new_id(),
        "pairwise",
        question=section.get("question", as_text) or "",
        state="closed",
        scale_text="" if scale == _USUAL_COMPARISON else scale,
        options=options,
        ballots=(Ballot(new_id(), marks=marks),) if marks else (),
    )
    return checked(poll, section.place)


def write_pairwise(record: WorkshopRecord, poll: Poll, outcome: PollOutcome, names: Names) -> Row:
    """Return the section of the pairwise comparison; the comparisons are internal."""
    named = cluster_names(poll, names)
    row = _question(poll)
    row["items"] = list(named.values())
    row["scale"] = poll.scale_text or cast("PairwiseOutcome", outcome).scale
    if record.edition == "internal":
        row["comparisons"] = [
            {
                "row": named[mark.option_id],
                "col": named[mark.against_id],
                "value": mark.value,
            }
            for ballot in poll.ballots
            for mark in ballot.marks
            if mark.against_id
        ]
    row["result"] = result_rows(poll, outcome, "item", named)
    return row


def read_borda(root: Section, names: Names) -> Poll | None:
    """Return the ranking of clusters: one ballot per named list, best first.

    The options stand in the order of the result, where there is one.
    """
    section = _decision(root, "borda")
    if section is None:
        return None
    ballots = section.section("ballots").members()
    ranked = [
        (row.require("item", as_line), row.place_of("item")) for row in section.sections("result")
    ]
    listed = {place: as_items(value, place) for _, value, place in ballots}
    options = _cluster_options([*ranked, *chain.from_iterable(listed.values())], names)
    by_cluster = {option.cluster_id or "": option.id for option in options}
    poll = Poll(
        new_id(),
        "borda",
        question=section.get("question", as_text) or "",
        state="closed",
        rule_text=section.get("rule", as_text) or "",
        options=options,
        ballots=tuple(
            Ballot(
                new_id(),
                as_line(label, place),
                _ranks(listed[place], by_cluster, names),
                position,
            )
            for position, (label, _, place) in enumerate(ballots)
        ),
    )
    return checked(poll, section.place)


def write_borda(record: WorkshopRecord, poll: Poll, outcome: PollOutcome, names: Names) -> Row:
    """Return the section of the ranking; the lists of the tables are internal."""
    named = cluster_names(poll, names)
    row = _question(poll)
    if record.edition == "internal":
        lists: Row = {}
        for number, ballot in enumerate(poll.ballots, start=1):
            ranked = sorted(ballot.marks, key=lambda mark: mark.value)
            key = free_key(ballot.label or f"Stimmzettel {number}", lists)
            lists[key] = [named[mark.option_id] for mark in ranked]
        row["ballots"] = lists
    row["rule"] = poll.rule_text
    row["result"] = result_rows(poll, outcome, "item", named)
    return row


def without_votes(root: Section) -> Iterator[str]:
    """Yield the places of polls that have a result but not the votes it came from."""
    for key, votes in (
        ("systemic_consensing", "matrix"),
        ("pairwise", "comparisons"),
        ("borda", "ballots"),
    ):
        section = _decision(root, key)
        if section is not None and section.has("result") and not section.has(votes):
            yield section.place


def _decision(root: Section, key: str) -> Section | None:
    decisions = root.section("decision_examples")
    return decisions.section(key) if decisions.has(key) else None


def _question(poll: Poll) -> Row:
    return {"question": poll.question} if poll.question else {}


def _answers(
    row: Json, place: str, options: Sequence[PollOption], scale_max: int
) -> tuple[BallotMark, ...]:
    answers = as_items(row, place)
    if len(answers) != len(options):
        raise wrong(place, "hat nicht so viele Zahlen, wie Vorschläge zur Wahl stehen")
    return tuple(
        BallotMark(new_id(), option.id, as_whole(value, at, 0, scale_max))
        for option, (value, at) in zip(options, answers, strict=True)
        if value is not None
    )


def _resistances(ballot: Ballot, poll: Poll) -> list[int | None]:
    given = {mark.option_id: mark.value for mark in ballot.marks}
    return [given.get(option.id) for option in poll.options]


def _cluster_options(items: Iterable[tuple[Json, str]], names: Names) -> tuple[PollOption, ...]:
    clusters = dict.fromkeys(names.find("clusters", value, place) for value, place in items)
    return tuple(
        PollOption(new_id(), cluster_id=cluster, position=at) for at, cluster in enumerate(clusters)
    )


def _ranks(
    items: Sequence[tuple[Json, str]], by_cluster: Mapping[str, str], names: Names
) -> tuple[BallotMark, ...]:
    ranked: list[str] = []
    for value, place in items:
        option = by_cluster[names.find("clusters", value, place)]
        if option in ranked:
            raise wrong(place, "steht auf diesem Stimmzettel zum zweiten Mal")
        ranked.append(option)
    return tuple(BallotMark(new_id(), option, rank) for rank, option in enumerate(ranked, start=1))
