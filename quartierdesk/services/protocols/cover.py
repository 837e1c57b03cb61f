"""The front page, and what stands at the head and foot of every other one."""

from collections.abc import Iterator

from quartierdesk.domain.protocol import Cover, Fact, RunningLines
from quartierdesk.domain.record import Edition, WorkshopRecord
from quartierdesk.domain.rounding import german, in_words
from quartierdesk.domain.text import spoken
from quartierdesk.services.protocols.dot_blocks import dot_field
from quartierdesk.services.protocols.dots import DotPoll, plenary_dots, voters
from quartierdesk.services.protocols.frame import hours
from quartierdesk.services.protocols.names import Names, long_date
from quartierdesk.services.protocols.versions import Version

_EDITIONS: dict[Edition, str] = {
    "public": "Öffentliche Fassung",
    "internal": "Interne Fassung",
}
_WEEKDAYS = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
)
_FEMININE = ("werkstatt", "konferenz", "versammlung", "börse", "ung")
_NOTICE = (
    "Dieses Protokoll gibt wieder, was gesagt, geschrieben und gewichtet wurde. Es ist eine"
    " Empfehlung, es ersetzt keinen Beschluss."
)


def cover(record: WorkshopRecord, version: Version, names: Names) -> Cover:
    """Return the front page: what is unknown is left out."""
    workshop, place = record.workshop, record.municipality
    counted = plenary_dots(record, names)
    dots = dot_field(counted, "Punktefeld", names) if counted else None
    released = version.released_on
    return Cover(
        municipality=place.name,
        district=place.district,
        edition=_EDITIONS[record.edition],
        state=f"Freigegeben am {long_date(released)}" if released else "Entwurf",
        kind=_kind(record, names),
        title=short_title(record, names),
        subtitle=workshop.subtitle,
        when=when(record),
        where=workshop.place,
        arms_sha256=place.arms_sha256,
        is_draft=released is None,
        dots=dots,
        dots_strong=_counts(counted.outcome.placed, len(counted.lines)) if dots and counted else "",
        dots_text=_how_placed(counted, dots.unit) if dots and counted else "",
        facts=tuple(Fact(label, text) for label, text in _facts(record) if text),
        notice=_NOTICE,
        small_print=workshop.notice,
    )


def running_lines(record: WorkshopRecord, version: Version, names: Names) -> RunningLines:
    """Return the lines at the head and foot of a page."""
    workshop = record.workshop
    day = long_date(workshop.date) if workshop.date else ""
    head = " · ".join(filter(None, (workshop.title, day)))
    edition = "öffentliche" if record.edition == "public" else "interne"
    number = f" {version.number}" if version.number else ""
    state = f"Stand {long_date(version.as_of)}" if version.as_of else ""
    named = f"Protokoll · {edition} Fassung{number}"
    draft = "Entwurf" if version.released_on is None else ""
    clock = f"{version.at:%H:%M} Uhr" if version.at else ""
    made = ", ".join(filter(None, (state, clock)))
    preliminary = " · ".join(filter(None, ("vorläufig", made)))
    return RunningLines(head, " · ".join(filter(None, (named, draft, state))), preliminary)


def _kind(record: WorkshopRecord, names: Names) -> str:
    """Return „Protokoll der Quartierswerkstatt“ where the grammar of the format is known."""
    kind = names.of("workshop_format", record.workshop.format)
    if not kind:
        return "Protokoll"
    if kind.endswith(_FEMININE) and " " not in kind:
        return f"Protokoll der {kind}"
    return f"Protokoll · {kind}"


def short_title(record: WorkshopRecord, names: Names) -> str:
    """Return the title without its format before it: „Quartierswerkstatt „Gut leben““."""
    kind = names.of("workshop_format", record.workshop.format)
    title = record.workshop.title
    quoted = title.removeprefix(kind).strip() if kind else ""
    inner = spoken(quoted)
    return inner if title.startswith(kind) and inner and inner != quoted else title


def _how_placed(counted: DotPoll, unit: str) -> str:
    people = voters(counted)
    said = f"So haben {german(people)} Menschen ihre Punkte verteilt. " if people else ""
    return f"{said}{unit}"


def when(record: WorkshopRecord) -> str:
    """Return day and hours: „Freitag, 13. März 2026, 18:30 bis 21:30 Uhr“; „“ if unknown."""
    day = record.workshop.date
    if day is None:
        return ""
    named = f"{_WEEKDAYS[day.weekday()]}, {long_date(day)}"
    return ", ".join(filter(None, (named, hours(record))))


def _counts(dots: int, topics: int) -> str:
    return f"{german(dots)} Klebepunkte, {german(topics)} Themen."


def _facts(record: WorkshopRecord) -> Iterator[tuple[str, str]]:
    workshop = record.workshop
    yield "Veranstalter", workshop.organiser
    yield "Partner", workshop.civil_partner
    yield "Quartier", record.quarter.name
    yield "Moderation", workshop.facilitation
    yield "Protokoll", workshop.minutes_by
    yield "Förderung", workshop.funding_reference or record.quarter.funding


def _left_over(left: int) -> str:
    if left == 1:
        return "Ein Punkt wurde nicht geklebt."
    return f"{in_words(left, opening=True)} Punkte wurden nicht geklebt."


def placed_sentence(counted: DotPoll) -> str:
    """Return the rule, shared ranks and dots left over in a line: „57 Personen, je 4 Punkte …“."""
    poll, people = counted.poll, voters(counted)
    rule = ", ".join(
        filter(
            None,
            (
                f"{german(people)} Personen" if people else "",
                f"je {poll.dots_per_person} Punkte" if poll.dots_per_person else "",
                f"höchstens {poll.max_per_option} auf ein Thema" if poll.max_per_option else "",
            ),
        )
    )
    tied = sorted({result.rank for _, result in counted.lines if result.tied and result.dots})
    shared = f"Rang {', '.join(map(str, tied))} {'ist' if len(tied) == 1 else 'sind'} geteilt."
    left = counted.outcome.unplaced
    parts = (
        f"{rule}." if rule else "",
        shared if tied else "",
        _left_over(left) if left else "",
    )
    return " ".join(filter(None, parts))
