"""The evening at a glance: one page of numbers, topics, dates and agreements."""

from collections.abc import Iterable, Sequence

from quartierdesk.domain.dots import DotResult
from quartierdesk.domain.mood import MoodOutcome
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.protocol import Block, Column, Paragraph, Row, Section, Table
from quartierdesk.domain.ranking import tied_ranks
from quartierdesk.domain.record import WorkshopRecord
from quartierdesk.domain.rounding import german, in_words
from quartierdesk.services.protocols.blocks import facts, figures, section, table
from quartierdesk.services.protocols.closing import steps_table
from quartierdesk.services.protocols.dots import DotPoll, plenary_dots, result_columns, result_row
from quartierdesk.services.protocols.frame import hours
from quartierdesk.services.protocols.names import Names, long_date

RECOMMENDATION = (
    "Die Ergebnisse sind Empfehlungen der Anwesenden. Sie ersetzen keinen Beschluss des"
    " Gemeinderats oder eines anderen Gremiums."
)
_NOTHING = "Für diese Werkstatt ist noch nichts erfasst."
_TOP_RANK = 5
_MOST_NAMED = 2
_LONGEST_NAMED = 90  # letters: the lead has two lines
_TWICE = 2
_IN_ROUNDS = {"plenary": " im Plenum", "start": " zu Beginn", "end": " am Ende"}


def overview(record: WorkshopRecord, names: Names) -> Section | None:
    """Return the evening at a glance: key numbers, top topics, next steps, frame."""
    dots = plenary_dots(record, names)
    blocks: list[Block | None] = [
        Paragraph(lead, "lead") if (lead := _lead(record, dots, names)) else None,
        figures("Zahlen", "In Zahlen", _numbers(record, dots)),
        _top_topics(dots, names) if dots else None,
        steps_table(record, "Termine", "So geht es weiter"),
        _agreed(record, names),
        _mood(record, names),
        facts("Eckdaten", "Eckdaten", _key_facts(record, names)),
        Paragraph(record.workshop.notice, "notice") if record.workshop.notice else None,
        Paragraph(RECOMMENDATION, "notice", label="Bitte beachten"),
    ]
    return section("overview", blocks)


def _lead(record: WorkshopRecord, dots: DotPoll | None, names: Names) -> str:
    said: list[str] = []
    present, cards = record.workshop.participants_present, len(record.contributions)
    contributed = f"{german(cards)} {'Beiträge' if cards > 1 else 'Beitrag'}"
    if present and cards:
        said.append(f"{german(present)} Menschen waren da; von ihnen kamen {contributed}.")
    elif present or cards:
        said.append(f"{german(present)} Menschen waren da." if present else f"{contributed}.")
    first = (
        [names.option(option) for option, result in dots.lines if result.rank == 1] if dots else []
    )
    short = sum(map(len, first)) <= _LONGEST_NAMED
    if dots and dots.outcome.placed and 0 < len(first) <= _MOST_NAMED and short:
        got = "bekamen" if len(first) > 1 else "bekam"
        titles = " und ".join(f"„{title}“" for title in first)
        said.append(f"Am meisten Gewicht {got} {titles}.")
    return " ".join(said) or ("" if record.clusters or record.measures else _NOTHING)


def _numbers(record: WorkshopRecord, dots: DotPoll | None) -> Iterable[tuple[int | None, str]]:
    yield record.workshop.participants_present, "Menschen waren da"
    tables = len({card.table_id for card in record.contributions if card.table_id})
    at = f" an {in_words(tables)} Tischen" if tables > 1 else ""
    yield _counted(len(record.contributions), f"Beitrag{at}", f"Beiträge{at}")
    yield _counted(len(record.clusters), "Themenfeld gebildet", "Themenfelder gebildet")
    if dots:
        place = _IN_ROUNDS.get(dots.poll.round, "")
        yield _counted(dots.outcome.placed, f"Punkt{place} geklebt", f"Punkte{place} geklebt")
    yield _counted(len(record.measures), "Maßnahme verabredet", "Maßnahmen verabredet")


def _counted(number: int, one: str, many: str) -> tuple[int | None, str]:
    """Return a number with what it counts; what there is none of is not counted."""
    return number or None, one if number == 1 else many


def _top_topics(dots: DotPoll, names: Names) -> Table | None:
    top = [line for line in dots.lines if line[1].rank <= _TOP_RANK and line[1].dots]
    columns = (*result_columns(top), Column("reason", "Kern der Aussagen", width=60))
    rows = (
        (*result_row(option, result, names), names.summary(option.cluster_id))
        for option, result in top
    )
    return table(
        "Spitzenthemen", "Das war den Menschen am wichtigsten", columns, rows, note=_ties(top)
    )


def _ties(top: Sequence[tuple[PollOption, DotResult]]) -> str:
    shared = sorted(tied_ranks(result.rank for _, result in top))
    if not shared:
        return ""
    ranks = " und ".join(str(rank) for rank in shared)
    verb = "ist" if len(shared) == 1 else "sind"
    return f"Rang {ranks} {verb} geteilt: Gleich viele Punkte ergeben denselben Rang."


def _agreed(record: WorkshopRecord, names: Names) -> Table | None:
    columns = (
        Column("label", "Nr.", "label"),
        Column("title", "Was", width=60),
        Column("who", "Wer", width=24),
        Column("due", "Bis wann", "date"),
    )
    rows: Iterable[Row] = (
        (names.label(measure.id), measure.title, measure.responsible, measure.due)
        for measure in sorted(record.measures, key=lambda m: (m.priority is None, m.priority or 0))
    )
    return table("Verabredet", "Das ist verabredet", columns, rows)


def _mood(record: WorkshopRecord, names: Names) -> Paragraph | None:
    """Return the change of the mood where it was asked twice on the same scale."""
    asked = [
        (poll, outcome)
        for poll in record.polls
        if isinstance(outcome := record.outcomes.get(poll.id), MoodOutcome)
        and poll.state == "closed"
        and outcome.mean is not None
    ]
    if len(asked) != _TWICE or _scale(asked[0][0], names) != _scale(asked[1][0], names):
        return None
    (first, before), (_, after) = asked
    assert before.mean is not None
    assert after.mean is not None
    scale = _scale(first, names)
    lines = (
        f"von {german(before.mean)} auf {german(after.mean)}",
        f"(1\u00a0=\u00a0{scale[0]}, {len(scale)}\u00a0=\u00a0{scale[-1]}).",
        f"Zu Beginn {german(before.voters)} Stimmen, am Ende {german(after.voters)}.",
    )
    return Paragraph("\n".join(lines), strong="Stimmung:")


def _scale(poll: Poll, names: Names) -> tuple[str, ...]:
    return tuple(names.option(option) for option in poll.options)


def _key_facts(record: WorkshopRecord, names: Names) -> Iterable[tuple[str, str]]:
    workshop = record.workshop
    yield "Veranstaltung", workshop.title
    yield "Untertitel", workshop.subtitle
    yield "Format", names.of("workshop_format", workshop.format)
    yield "Datum", long_date(workshop.date) if workshop.date else ""
    yield "Uhrzeit", hours(record)
    yield "Ort", workshop.place
    place = (record.municipality.name, record.municipality.district)
    yield "Gemeinde", ", ".join(filter(None, place))
    yield "Quartier", record.quarter.name
    yield "Veranstalter", workshop.organiser
    yield "Partner", workshop.civil_partner
    yield "Moderation", workshop.facilitation
    yield "Protokoll", workshop.minutes_by
    yield "Methoden", names.all_of("method", workshop.methods)
    yield "Förderung", workshop.funding_reference
