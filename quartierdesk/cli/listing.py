"""The commands that show something: `list`, `search`, `results`, `history`."""

from quartierdesk.cli.options import (
    Options,
    contributions_named,
    in_quotes,
    print_json,
    reading,
    say,
)
from quartierdesk.cli.text_table import section_lines
from quartierdesk.domain.clock import at_home
from quartierdesk.domain.text import clean
from quartierdesk.services import catalogues, history, records, search, workshops
from quartierdesk.services.protocols import build
from quartierdesk.services.result_data import result_data

_WITH_RESULTS = frozenset({"mood", "prioritisation"})


def list_workshops(options: Options) -> int:
    """Name the quarters and workshops of the file."""
    with reading(options) as workspace:
        lines = workshops.overview(workspace)
        quarters = [quarter.name for quarter in workshops.quarters(workspace)]
    if options.flag("json"):
        listed = [
            {
                "id": line.label,
                "title": line.title,
                "date": line.date.isoformat() if line.date else None,
                "quarter": line.quarter,
                "contributions": line.contributions,
            }
            for line in lines
        ]
        print_json({"quarters": quarters, "workshops": listed})
        return 0
    for line in lines:
        day = f"{line.date:%d.%m.%Y}" if line.date else "ohne Datum"
        amount = contributions_named(line.contributions)
        place = f" ({line.quarter})" if line.quarter != line.title else ""
        print(f"{line.label}  {day:10}  {line.title}{place}, {amount}")
    if not lines:
        say("Die Datei enthält noch keine Werkstatt.")
    return 0


def search_contributions(options: Options) -> int:
    """Find contributions."""
    with reading(options) as workspace:
        name = options.maybe("workshop")
        workshop_id = workshops.find(workspace, name).id if name else None
        found = search.search(
            workspace,
            clean(options.text("text"), "Suchtext"),
            workshop_id=workshop_id,
            limit=options.number("limit") or 50,
        )
        labels = {line.id: line.label for line in workshops.overview(workspace)}
    if options.flag("json"):
        print_json(
            [
                {
                    "id": hit.id,
                    "workshop": labels.get(hit.workshop_id, ""),
                    "label": hit.label,
                    "title": hit.title,
                    "text": hit.text_original,
                    "minutes": hit.text_minutes,
                    "place": hit.place,
                }
                for hit in found
            ]
        )
        return 0
    width = max((len(hit.label) for hit in found), default=0)
    for hit in found:
        text = " ".join(f"{hit.title} {hit.text_original}".split())
        print(f"{labels.get(hit.workshop_id, '')}  {hit.label:{width}}  {text}")
    if not found:
        say("Es wurde kein Beitrag gefunden.")
    return 0


def show_results(options: Options) -> int:
    """Show what the polls of a workshop came to, each with its rule."""
    with reading(options) as workspace:
        line = workshops.find(workspace, options.text("workshop"))
        record = records.load(workspace, line.id)
        known = catalogues.of_workshop(workspace, line.id)
    if options.flag("json"):
        print_json(result_data(record))
        return 0
    sections = [s for s in build(record, known).sections if s.key in _WITH_RESULTS]
    if sections:
        print("\n\n".join("\n".join(section_lines(section)) for section in sections))
    if not record.polls:
        say("In dieser Werkstatt gibt es noch keine Abfrage.")
    for poll in record.polls:
        if poll.state != "closed":
            method = known["poll_method"].find(poll.method)
            name = poll.question or (method.label if method else poll.method)
            say(f"Noch nicht abgeschlossen und darum ohne Ergebnis: {in_quotes(name)}.")
    return 0


def show_history(options: Options) -> int:
    """Show who changed what and when, newest first."""
    with reading(options) as workspace:
        lines = history.listed(workspace)
    if options.flag("json"):
        print_json(
            [
                {
                    "at": line.at.isoformat(timespec="milliseconds"),
                    "who": line.who,
                    "what": line.what,
                    "rows": line.rows,
                    "undone": line.undone,
                }
                for line in lines
            ]
        )
        return 0
    for line in lines:
        undone = "  (zurückgenommen)" if line.undone else ""
        print(f"{at_home(line.at):%d.%m.%Y %H:%M:%S}  {line.who}  {line.what}{undone}")
    if not lines:
        say("In dieser Datei wurde noch nichts geändert.")
    return 0
