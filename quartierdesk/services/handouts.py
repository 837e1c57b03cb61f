"""Sheets for the room: what is hung up, filled in, handed out or kept at hand."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.handouts import (
    AttendanceList,
    CountingSheet,
    Event,
    Handout,
    HandoutKind,
    IdeaCards,
    Invitation,
    Line,
    RunSheet,
    stacked,
)
from quartierdesk.domain.labels import card_label, parse_label, series_of
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.errors import UserError
from quartierdesk.files import atomic_write
from quartierdesk.services import catalogues, records
from quartierdesk.services.handout_texts import attendance_purpose, privacy_sheet, rule_of
from quartierdesk.services.protocols.cover import short_title, when
from quartierdesk.services.protocols.marks import marks
from quartierdesk.services.protocols.names import Names, long_date
from quartierdesk.services.protocols.results_poster import result_poster
from quartierdesk.store.workspace import Workspace

MOST_CARDS = 2_000
MOST_SHEETS = 100
_CARD_KINDS = ("staerke", "problem", "idee", "wunsch", "angebot")
_INTERNAL: frozenset[HandoutKind] = frozenset({"attendance", "run"})


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is printed: cards or sheets; cards of the series of a table, from a number on.

    None stands for the usual: 24 cards or 6 sheets, cards without a table, the next free number.
    """

    count: int | None = None
    table: int | None = None
    first: int | None = None


_USUAL = Amount()
_USUAL_CARDS, _USUAL_SHEETS = 24, 6


def prepared(
    workspace: Workspace, workshop_id: str, kind: HandoutKind, amount: Amount = _USUAL
) -> Handout:
    """Return a sheet with what the file knows; it needs the file no more.

    Raises `UserError` where there is nothing to print, or too much.
    """
    edition: Edition = "internal" if kind in _INTERNAL else "public"
    record = records.load(workspace, workshop_id, edition)
    known = catalogues.of_workshop(workspace, workshop_id)
    return of_record(record, known, kind, amount)


def of_record(
    record: WorkshopRecord,
    known: Mapping[str, Catalogue],
    kind: HandoutKind,
    amount: Amount = _USUAL,
) -> Handout:
    """Return a sheet made from a record, in the edition that the record is."""
    names = Names(record, known)
    event = _event(record, names)
    makers: Mapping[HandoutKind, Callable[[], Handout]] = {
        "poster": lambda: result_poster(record, names, event),
        "cards": lambda: _cards(record, known, event, amount),
        "attendance": lambda: AttendanceList(
            event,
            attendance_purpose(record),
            _limited(amount.count or _USUAL_SHEETS, MOST_SHEETS, "Blätter"),
        ),
        "counting": lambda: _counting(record, names, event),
        "invitation": lambda: _invitation(record, event),
        "privacy": lambda: privacy_sheet(record, event),
        "run": lambda: _run(record, names, event),
    }
    return makers[kind]()


def render(handout: Handout, *, black: bool = False, day: date | None = None) -> bytes:
    """Return a sheet as PDF; `day` is when the file says it was made, today if it is not given."""
    from quartierdesk.exports.pdf.handouts import write_handout

    stream = io.BytesIO()
    shown = day or datetime.now(UTC).date()
    write_handout(handout, stream, datetime.combine(shown, time(), UTC), black=black)
    return stream.getvalue()


def write(handout: Handout, target: Path, *, black: bool = False) -> None:
    """Write a sheet as PDF to `target`, whole or not at all."""
    data = render(handout, black=black)
    with atomic_write(target) as stream:
        stream.write(data)


def _event(record: WorkshopRecord, names: Names) -> Event:
    workshop = record.workshop
    return Event(
        title=workshop.title,
        name=short_title(record, names),
        kind=names.of("workshop_format", workshop.format),
        municipality=record.municipality.name,
        organiser=workshop.organiser,
        day=long_date(workshop.date) if workshop.date else "",
        when=when(record),
        place=workshop.place,
    )


def _cards(
    record: WorkshopRecord, known: Mapping[str, Catalogue], event: Event, amount: Amount
) -> IdeaCards:
    count = _limited(amount.count or _USUAL_CARDS, MOST_CARDS, "Karten")
    series = series_of(amount.table)
    first = amount.first or _next_number(record, series)
    labels = stacked(tuple(card_label(series, first + at) for at in range(count)))
    key = record.workshop.label or record.workshop.id
    kinds = {mark.name: mark for mark in marks(known, "") if mark.kind == "kind"}
    catalogue = known.get("contribution_kind")
    wanted = [
        kinds[entry.label]
        for code in _CARD_KINDS
        if catalogue and (entry := catalogue.find(code)) is not None
    ]
    codes = tuple(f"{key} {label}" if label else "" for label in labels)
    return IdeaCards(event, record.workshop.guiding_question, labels, codes, tuple(wanted))


def _next_number(record: WorkshopRecord, series: str) -> int:
    numbers = [
        number
        for item in record.contributions
        if (found := parse_label(item.label))[0] == series and (number := found[1]) is not None
    ]
    return max(numbers, default=0) + 1


def _counting(record: WorkshopRecord, names: Names, event: Event) -> CountingSheet:
    poll = next((p for p in record.polls if p.method == "dots" and p.round != "table"), None)
    if poll is not None and poll.options:
        options = [
            Line(names.option_label(option), names.option(option)) for option in poll.options
        ]
    else:
        options = [Line(names.label(each.id), each.title) for each in record.clusters]
    if not options:
        raise UserError(
            "Es gibt noch keine Themenfelder, die gezählt werden könnten.",
            "Bitte ordnen Sie zuerst die Beiträge oder legen Sie eine Abfrage an.",
        )
    options.sort(key=lambda line: line.mark)
    question = poll.question if poll else ""
    return CountingSheet(event, question, tuple(options), rule_of(poll))


def _invitation(record: WorkshopRecord, event: Event) -> Invitation:
    workshop = record.workshop
    hosts = [host for host in (workshop.organiser, workshop.civil_partner) if host]
    invites = "lädt ein" if len(hosts) == 1 else "laden ein"
    return Invitation(
        event,
        workshop.subtitle,
        workshop.guiding_question,
        workshop.accessibility_provided,
        f"{' und '.join(hosts)} {invites}." if hosts else "",
    )


def _run(record: WorkshopRecord, names: Names, event: Event) -> RunSheet:
    if not record.agenda:
        raise UserError(
            "Der Ablauf ist noch leer.", "Bitte tragen Sie unter „Vorbereiten“ Programmpunkte ein."
        )
    return RunSheet(event, tuple(_run_rows(record, names)), record.workshop.rules)


def _run_rows(record: WorkshopRecord, names: Names) -> Iterator[tuple[str, str, str, str, str]]:
    for item in record.agenda:
        clock = "–".join(f"{each:%H:%M}" for each in (item.start, item.end) if each)
        method = names.of("method", item.method)
        notes = "\n".join(filter(None, (f"Methode: {method}" if method else "", item.notes)))
        yield clock, _minutes(item.start, item.end), item.title, item.who, notes


def _minutes(start: time | None, end: time | None) -> str:
    if start is None or end is None:
        return ""
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return str(minutes % (24 * 60))


def _limited(count: int, most: int, what: str) -> int:
    if not 1 <= count <= most:
        raise UserError(
            f"So viele {what} lassen sich nicht auf einmal drucken ({count}).",
            f"Möglich sind 1 bis {most}; drucken Sie den Rest bitte danach.",
        )
    return count
