"""Dot polls in the file: the round at the tables and the round of all in the plenary."""

from typing import cast

from quartierdesk.domain.dots import DotOutcome
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.results import PollOutcome, placed_by_group, tallied
from quartierdesk.exchange.workshop_json.fields import COUNT, Field, Row, read_row, whole, write_row
from quartierdesk.exchange.workshop_json.names import Names
from quartierdesk.exchange.workshop_json.poll_results import option_counts, result_rows
from quartierdesk.exchange.workshop_json.section import MOST, Section, as_whole, wrong

TABLE_ROUND = (
    Field("question", "question", extension=True),
    Field("rule", "rule_text", extension=True),
    Field("dots_per_person", "dots_per_person", whole(1, MOST)),
    Field("voters_per_table"),
    Field("max_per_item", "max_per_option", whole(1, MOST)),
    Field("placed_by_table"),
    Field("available_by_table"),
)

PLENARY = (
    Field("method"),
    Field("question", "question", extension=True),
    Field("options"),
    Field("voters", "voters", COUNT),
    Field("dots_per_person", "dots_per_person", whole(1, MOST)),
    Field("rule", "rule_text"),
    Field("max_per_item", "max_per_option", whole(1, MOST)),
    Field("dots_available"),
    Field("dots_placed"),
    Field("dots_unplaced"),
    Field("result"),
)


def read_table_round(root: Section, names: Names) -> Poll | None:
    """Return the round at the tables: one group per table, one option per contribution.

    Where the section is missing, dots at a contribution are enough to say that it was held.
    """
    votes = root.section("votes")
    section = votes.section("table_round")
    voters = section.get("voters_per_table", as_whole)
    groups = {
        identity: PollGroup(new_id(), str(number), identity, voters, position)
        for position, (number, identity) in enumerate(names.by_name["tables"].items())
    }
    options, tallies = [], []
    for position, card in enumerate(root.sections("contributions")):
        identity = card.require("id", lambda value, at: names.find("contributions", value, at))
        table = card.get("table", lambda value, at: names.find("tables", value, at))
        option = PollOption(new_id(), contribution_id=identity, position=position)
        options.append(option)
        if dots := card.get("dots", as_whole):
            tallies.append(Tally(new_id(), option.id, dots, groups[table].id if table else None))
    if not votes.has("table_round") and not tallies:
        return None
    return Poll(
        new_id(),
        "dots",
        round="table",
        state="closed",
        options=tuple(options),
        groups=tuple(groups.values()),
        tallies=tuple(tallies),
        **read_row(section, TABLE_ROUND, names),
    )


def table_dots(poll: Poll, outcome: PollOutcome) -> dict[str, int]:
    """Return the dots of each contribution by its id."""
    dots = option_counts(poll, outcome) or {}
    return {o.contribution_id: dots[o.id] for o in poll.options if o.contribution_id}


def write_table_round(poll: Poll, outcome: PollOutcome, names: Names) -> Row:
    """Return the section of the round at the tables; the dots stand at the contributions.

    Where ballots were counted nobody knows at which table: those sums are null.
    """
    by_table = {
        str(names.of("tables", group.table_id)): group
        for group in poll.groups
        if names.of("tables", group.table_id) is not None
    }
    known = sum(tallied(poll).values()) == cast("DotOutcome", outcome).placed
    placed = placed_by_group(poll) if known else {}
    voters = {group.voters for group in poll.groups}
    handed_in: Row = {
        "voters_per_table": voters.pop() if len(voters) == 1 else None,
        "placed_by_table": {number: placed.get(group.id) for number, group in by_table.items()},
        "available_by_table": {
            number: _available(group.voters, poll.dots_per_person)
            for number, group in by_table.items()
        },
    }
    return write_row(poll, TABLE_ROUND, names, handed_in)


def read_plenary(root: Section, names: Names) -> Poll | None:
    """Return the round in the plenary: options are clusters, in the order of the wall."""
    votes = root.section("votes")
    if not votes.has("plenary"):
        return None
    section = votes.section("plenary")
    dots: dict[str, int] = {}
    for row in section.sections("result"):
        cluster = row.require("cluster", lambda value, at: names.find("clusters", value, at))
        if cluster in dots:
            raise wrong(row.place_of("cluster"), "nennt ein Themenfeld zum zweiten Mal")
        dots[cluster] = row.get("dots", as_whole) or 0
    chosen = [cluster for cluster in names.by_name["clusters"].values() if cluster in dots]
    options = tuple(
        PollOption(new_id(), cluster_id=cluster, position=at) for at, cluster in enumerate(chosen)
    )
    counts = zip(options, (dots[cluster] for cluster in chosen), strict=True)
    return Poll(
        new_id(),
        "dots",
        round="plenary",
        state="closed",
        options=options,
        tallies=tuple(Tally(new_id(), option.id, count) for option, count in counts if count),
        **read_row(section, PLENARY, names),
    )


def write_plenary(poll: Poll, outcome: PollOutcome, names: Names) -> Row:
    """Return the section of the round in the plenary, best first."""
    counted = cast("DotOutcome", outcome)
    handed_in: Row = {
        "method": "mehrpunktabfrage",
        "options": len(poll.options),
        "dots_available": counted.available,
        "dots_placed": counted.placed,
        "dots_unplaced": counted.unplaced,
        "result": _ranked(poll, counted, names),
    }
    return write_row(poll, PLENARY, names, handed_in)


def plenary_figures(poll: Poll, outcome: PollOutcome) -> dict[str, Row]:
    """Return dots, share and rank of each cluster by its id."""
    clusters = {option.id: option.cluster_id for option in poll.options}
    return {
        str(row["cluster"]): {
            "plenary_dots": row["dots"],
            "share_pct": row["share_pct"],
            "rank": row["rank"],
        }
        for row in result_rows(poll, outcome, "cluster", clusters)
    }


def cluster_names(poll: Poll, names: Names) -> dict[str, str | int | None]:
    """Return the name of the cluster behind each option."""
    return {option.id: names.of("clusters", option.cluster_id) for option in poll.options}


def _ranked(poll: Poll, outcome: DotOutcome, names: Names) -> list[Row]:
    rows = result_rows(poll, outcome, "cluster", cluster_names(poll, names))
    pairs = zip(rows, outcome.results, strict=True)
    return [row for row, _ in sorted(pairs, key=lambda pair: pair[1].rank)]


def _available(voters: int | None, dots_per_person: int | None) -> int | None:
    known = voters is not None and dots_per_person is not None
    return (voters or 0) * (dots_per_person or 0) if known else None
