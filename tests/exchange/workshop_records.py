"""Workshops for tests: the sample, invented ones, and records compared apart from identities."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from quartierdesk.domain.contribution import Bundle, Cluster, Contribution, Photo, SwotStatement
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.measure import Answer, Measure
from quartierdesk.domain.people import Consent, Participant
from quartierdesk.domain.poll import Ballot, BallotMark, Poll, PollGroup, PollOption, Tally
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.results import evaluate
from quartierdesk.domain.text import clean, clean_line
from quartierdesk.domain.workshop import (
    AgendaItem,
    Enclosure,
    FeedbackCount,
    FeedbackQuote,
    HeadCount,
    Indicator,
    Municipality,
    NextStep,
    Quarter,
    Recipient,
    RetentionDate,
    Signature,
    TopicTable,
    Workshop,
)
from tests.support import ROOT

SAMPLE = (ROOT / "resources/sample/sample_workshop.json").read_bytes()

texts = st.text(max_size=12).map(lambda text: clean(text, ""))
lines = texts.map(lambda text: clean_line(text, ""))
words = lines.filter(bool)
several = st.lists(lines, max_size=3).map(tuple)
counts = st.integers(0, 1000)
days = st.none() | st.dates()
clocks = st.none() | st.times()
moments = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
places4 = st.decimals(-90, 90, places=4)
euros = st.decimals(0, 10**9, places=2)


def evaluated(record: WorkshopRecord) -> WorkshopRecord:
    """Return the record with the outcome of every poll."""
    return replace(record, outcomes={poll.id: evaluate(poll) for poll in record.polls})


def comparable(record: WorkshopRecord) -> object:
    """Return a record as plain data in which identities are numbered as they first occur."""
    numbers: dict[str, int] = {}

    def number(identity: str) -> int:
        return numbers.setdefault(identity, len(numbers))

    def plain(value: object, name: str = "") -> object:
        if isinstance(value, str) and name.endswith(("id", "_ids")):
            return number(value)
        if isinstance(value, tuple):
            return [plain(item, name) for item in value]
        if is_dataclass(value) and not isinstance(value, type):
            named = (f.name for f in fields(value) if f.name != "outcomes")
            return {key: plain(getattr(value, key), key) for key in named}
        return value

    return plain(record)


def rows(**values: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    """Return a strategy for the values of one row."""
    return st.fixed_dictionaries(values)


@st.composite
def records(draw: DrawFn) -> WorkshopRecord:
    """Draw an internal record in which everything may be set."""
    municipality, quarter, workshop = _place(draw)
    people = _people(draw)
    walls = _walls(draw, people)
    agreed = _agreed(draw, walls)
    known: dict[str, Any] = {**people, **walls, **agreed}
    polls = draw(st.lists(_polls(known), max_size=5))
    record = WorkshopRecord(
        municipality,
        quarter,
        workshop,
        **known,
        **_paper(draw),
        polls=tuple(replace(poll, position=at) for at, poll in enumerate(polls)),
    )
    return evaluated(record)


def _place(draw: DrawFn) -> tuple[Municipality, Quarter, Workshop]:
    municipality = Municipality(
        new_id(),
        **draw(
            rows(
                name=lines,
                district=lines,
                ags=lines,
                address=texts,
                arms_sha256=lines,
                data_protection_officer=texts,
                imprint=texts,
            )
        ),
    )
    quarter = Quarter(
        new_id(),
        municipality.id,
        **draw(
            rows(
                name=lines,
                kind=lines,
                delimitation=texts,
                process_goal=texts,
                process_from=days,
                process_until=days,
                accompaniment=texts,
                funding=texts,
                continuation=texts,
                notes=texts,
            )
        ),
    )
    return municipality, quarter, Workshop(new_id(), quarter.id, **draw(_workshops()))


def _workshops() -> SearchStrategy[dict[str, Any]]:
    plain = (
        "label subtitle format language notice place organiser civil_partner facilitation"
        " minutes_by occasion goal guiding_question funding_reference participants_source"
        " missing_groups field_catalogue notes"
    )
    numbers = "participants_registered participants_present feedback_returned"
    lists = "methods invitation_channels accessibility_provided rules"
    return rows(
        title=words,
        date=days,
        start=clocks,
        end=clocks,
        timezone=st.sampled_from(["Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata"]),
        smallest_count=st.integers(3, 20),
        **dict.fromkeys(plain.split(), lines),
        **dict.fromkeys(numbers.split(), st.none() | counts),
        **dict.fromkeys(lists.split(), several),
    )


def _people(draw: DrawFn) -> dict[str, Any]:
    numbers = draw(st.lists(st.integers(0, 99), unique=True, max_size=3))
    tables = [new_id() for _ in numbers]
    labels = draw(st.lists(words, unique=True, max_size=3))
    kept = dict.fromkeys(
        ["name", "age_group", "role", "organisation", "district", "contact"], lines
    )
    participants = [
        Participant(
            new_id(),
            label,
            notes=draw(texts),
            table_id=_one_of(draw, tables),
            consents=_consents(draw),
            **draw(rows(**kept)),
        )
        for label in labels
    ]
    hosts = [person.id for person in participants]
    return {
        "tables": tuple(
            TopicTable(key, number, draw(lines), _one_of(draw, hosts), draw(st.none() | counts))
            for key, number in zip(tables, numbers, strict=True)
        ),
        "participants": tuple(participants),
        "head_counts": tuple(
            HeadCount(new_id(), *row, position=at) for at, row in enumerate(_two_levels(draw))
        ),
    }


def _consents(draw: DrawFn) -> tuple[Consent, ...]:
    kinds = ("list", "contact", "photo", "guardian")
    general = [
        Consent(new_id(), kind, draw(st.booleans())) for kind in kinds if draw(st.booleans())
    ]
    media = draw(st.lists(words, unique=True, max_size=2))
    further = [Consent(new_id(), "photo", draw(st.booleans()), medium) for medium in media]
    return (*general, *further)


def _two_levels(draw: DrawFn) -> list[tuple[str, str, int]]:
    """Draw a mapping of mappings to counts, some names being those of other fields."""
    names = st.sampled_from(["age_group", "männlich", "Tisch"]) | lines
    found = draw(st.dictionaries(names, st.dictionaries(names, counts, min_size=1, max_size=3)))
    return [(key, inner, count) for key, value in found.items() for inner, count in value.items()]


def _one_of(draw: DrawFn, ids: list[str]) -> str | None:
    return draw(st.none() | st.sampled_from(ids)) if ids else None


def _some_of(draw: DrawFn, ids: list[str]) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))) if ids else ()


def _walls(draw: DrawFn, people: Mapping[str, Any]) -> dict[str, Any]:
    tables = [table.id for table in people["tables"]]
    clusters = [
        Cluster(new_id(), label, draw(lines), draw(texts), draw(lines), position)
        for position, label in enumerate(draw(st.lists(words, unique=True, max_size=3)))
    ]
    bundles = [new_id() for _ in range(draw(st.integers(0, 2)))]
    own = [cluster.id for cluster in clusters]
    cards = [
        Contribution(
            new_id(),
            label,
            table_id=_one_of(draw, tables),
            cluster_id=_one_of(draw, own),
            bundle_id=_one_of(draw, bundles),
            **draw(_cards()),
        )
        for label in draw(st.lists(words, unique=True, max_size=4))
    ]
    ids = [card.id for card in cards]
    statements = [
        (quadrant, _one_of(draw, ids), draw(lines))
        for quadrant in ("strength", "weakness", "opportunity", "threat")
        for _ in range(draw(st.integers(0, 2)))
    ]
    return {
        "clusters": tuple(clusters),
        "contributions": tuple(cards),
        "bundles": tuple(Bundle(key, draw(texts), _one_of(draw, ids)) for key in bundles),
        "swot": tuple(SwotStatement(new_id(), *s, at) for at, s in enumerate(statements)),
        "photos": tuple(
            Photo(new_id(), "ab" * 32, 640, 480, _one_of(draw, ids), *row, draw(st.booleans()), at)
            for at, row in enumerate(draw(st.lists(st.tuples(texts, lines), max_size=2)))
        ),
    }


def _cards() -> SearchStrategy[dict[str, Any]]:
    plain = "text_original text_minutes title kind capture_mode action_field place note source_url"
    flags = "has_dissent in_idea_store needs_clarification contains_personal_data"
    return rows(
        latitude=st.none() | places4,
        longitude=st.none() | places4,
        mention_count=st.integers(1, 9),
        publish=st.sampled_from(["yes", "anonymized", "no"]),
        captured_at=st.none() | moments,
        **dict.fromkeys(("further_fields", "target_groups", "themes"), several),
        **dict.fromkeys(plain.split(), texts),
        **dict.fromkeys(flags.split(), st.booleans()),
    )


def _agreed(draw: DrawFn, walls: Mapping[str, Any]) -> dict[str, Any]:
    clusters = [cluster.id for cluster in walls["clusters"]]
    cards = [card.id for card in walls["contributions"]]
    measures = [
        Measure(
            new_id(),
            label,
            position=position,
            cluster_ids=_some_of(draw, clusters),
            contribution_ids=_some_of(draw, cards),
            **draw(_measures()),
        )
        for position, label in enumerate(draw(st.lists(words, unique=True, max_size=2)))
    ]
    ids = [measure.id for measure in measures]
    return {
        "measures": tuple(measures),
        "answers": tuple(
            Answer(
                new_id(),
                draw(lines),
                draw(texts),
                _one_of(draw, clusters),
                _one_of(draw, cards),
                _one_of(draw, ids),
                draw(lines),
                draw(days),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
    }


def _measures() -> SearchStrategy[dict[str, Any]]:
    plain = (
        "title goal starting_point description coordinating_body responsible partners first_step"
        " due_text funding continuation importance term status reason decision_body"
        " resolution_number indicator risks"
    )
    return rows(
        due=days,
        resolution_on=days,
        cost_estimate=st.none() | euros,
        effort=st.none() | st.integers(1, 5),
        benefit=st.none() | st.integers(1, 5),
        priority=st.none() | counts,
        requires_resolution=st.booleans(),
        **dict.fromkeys(plain.split(), lines),
    )


def _paper(draw: DrawFn) -> dict[str, Any]:
    def drawn(kind: Callable[..., Any], **values: SearchStrategy[Any]) -> tuple[Any, ...]:
        found = draw(st.lists(rows(**values), max_size=2))
        return tuple(kind(id=new_id(), position=at, **row) for at, row in enumerate(found))

    titles = lines | st.sampled_from(["Liste (intern)", "Interne Liste", "Internetseite"])
    subjects = draw(st.lists(lines, unique=True, max_size=2))
    agenda = {"start": clocks, "end": clocks, "notes": texts}
    value = (
        st.none() | st.decimals(-1000, 1000, places=1) | st.integers(-(10**9), 10**9).map(Decimal)
    )
    named = dict.fromkeys(("code", "label", "unit", "source"), lines)
    asked = st.sampled_from(["returned", "quotes", "questions", "overall"]) | lines
    answers = st.dictionaries(lines, counts, min_size=1, max_size=2)
    ticked = draw(st.dictionaries(asked, st.tuples(answers, st.booleans()), max_size=3))
    plain_first = sorted(ticked, key=lambda name: name in ("returned", "quotes", "questions"))
    feedback = [(q, *a, ticked[q][1]) for q in plain_first for a in ticked[q][0].items()]
    return {
        "agenda": drawn(
            AgendaItem, public=st.booleans(), title=lines, method=lines, who=lines, **agenda
        ),
        "indicators": drawn(Indicator, value=value, year=st.none() | st.integers(0, 9999), **named),
        "next_steps": drawn(NextStep, what=lines, who=lines, due=days, due_text=lines),
        "recipients": drawn(Recipient, name=lines),
        "enclosures": drawn(Enclosure, title=titles, public=st.booleans()),
        "signatures": drawn(Signature, role=lines, name=lines),
        "feedback": tuple(FeedbackCount(new_id(), *row, at) for at, row in enumerate(feedback)),
        "feedback_quotes": drawn(FeedbackQuote, text=texts),
        "retention": tuple(
            RetentionDate(new_id(), subject, draw(days), draw(lines), at)
            for at, subject in enumerate(subjects)
        ),
    }


@st.composite
def _polls(draw: DrawFn, known: Mapping[str, Any]) -> Poll:
    method = draw(
        st.sampled_from(
            ["dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower"]
        )
    )
    options = tuple(_options(draw, known))
    tables = [table.id for table in known["tables"]]
    groups = tuple(
        PollGroup(new_id(), label, _one_of(draw, tables), draw(st.none() | counts), at)
        for at, label in enumerate(draw(st.lists(lines, max_size=2)))
    )
    limits = dict.fromkeys(("dots_per_person", "max_per_option"), st.none() | st.integers(1, 9))
    scale_max = draw(st.none() | st.integers(1, 12))
    chosen = [option.id for option in options]
    grouped = [group.id for group in groups]
    return Poll(
        new_id(),
        method,
        state=draw(st.sampled_from(["draft", "open", "closed", "closed"])),
        round=draw(st.sampled_from(["", "start", "end", "table", "plenary"])),
        voters=draw(st.none() | st.integers(50, 99)),
        scale_max=scale_max,
        variant=draw(st.sampled_from(_VARIANTS.get(method, [""]))),
        options=options,
        groups=groups,
        ballots=tuple(_ballots(draw, method, chosen, scale_max or 10)),
        tallies=tuple(_tallies(draw, chosen, grouped)),
        **draw(rows(question=texts, rule_text=lines, scale_text=lines, **limits)),
    )


_VARIANTS = {"pairwise": ["", "graded", "wins"], "borda": ["", "classic", "modified"]}
_ASPECTS = {"effort_benefit": ("effort", "benefit"), "eisenhower": ("important", "urgent")}


def _options(draw: DrawFn, known: Mapping[str, Any]) -> list[PollOption]:
    kind = draw(st.sampled_from(["clusters", "contributions", "measures", "", "", "all"]))
    if kind == "all":
        mixed = [*known["clusters"], *known["contributions"]][:3]
        return [
            PollOption(new_id(), cluster_id=_cluster(item), position=at)
            for at, item in enumerate(mixed)
        ]
    if kind:
        key = f"{kind.removesuffix('s')}_id"
        return [
            PollOption(new_id(), position=at, **{key: item.id})
            for at, item in enumerate(known[kind])
        ]
    labels = draw(st.lists(lines | st.just("P: nichts tun"), max_size=4))
    return [
        PollOption(new_id(), label, is_status_quo=draw(st.booleans()), position=at)
        for at, label in enumerate(labels)
    ]


def _cluster(item: Cluster | Contribution) -> str | None:
    return item.id if isinstance(item, Cluster) else None


def _ballots(draw: DrawFn, method: str, options: list[str], scale_max: int) -> list[Ballot]:
    if method == "mood":
        return []
    return [
        Ballot(new_id(), draw(lines), tuple(_marks(draw, method, options, scale_max)), at)
        for at in range(draw(st.integers(0, 3)))
    ]


def _marks(draw: DrawFn, method: str, options: list[str], scale_max: int) -> list[BallotMark]:
    voted = draw(st.permutations(options)) if draw(st.booleans()) else options
    voted = voted[: draw(st.integers(0, len(options)))]
    if method == "pairwise":
        pairs = [(a, b) for at, a in enumerate(voted) for b in voted[at + 1 :]]
        return [
            BallotMark(new_id(), a, draw(st.sampled_from([0, 2])), against_id=b) for a, b in pairs
        ]
    if method in _ASPECTS:
        highest = 5 if method == "effort_benefit" else 1
        return [
            BallotMark(new_id(), option, draw(st.integers(1, highest)), aspect=aspect)
            for option in voted
            for aspect in _ASPECTS[method]
        ]
    if method == "borda":
        return [BallotMark(new_id(), option, rank) for rank, option in enumerate(voted, start=1)]
    most = scale_max if method == "consensus" else 5
    return [BallotMark(new_id(), option, draw(st.integers(0, most))) for option in voted]


def _tallies(draw: DrawFn, options: list[str], groups: list[str]) -> list[Tally]:
    """Draw tallies in the order of option, group and count, without idle zeros."""
    return [
        Tally(new_id(), option, count, group, number)
        for option in options
        for group in (None, *groups)
        for number in (1, 2)
        if (count := draw(st.integers(0, 4))) or (number == 2 and draw(st.booleans()))
    ]
