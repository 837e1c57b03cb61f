"""The command `read-back`."""

from quartierdesk.cli.options import Options, print_json, reading, say, writing
from quartierdesk.domain.read_back import Difference, ReadBack
from quartierdesk.domain.rounding import german
from quartierdesk.errors import UserError
from quartierdesk.exchange.wording import shortened
from quartierdesk.services import read_back, workshops

_LONGEST = 60
_NAMED = 5


def read_workbook_back(options: Options) -> int:
    """Show what an edited workbook says differently, and take it over."""
    source = options.path("workbook")
    if options.flag("preview"):
        with reading(options) as workspace:
            workshop_id = workshops.find(workspace, options.text("workshop")).id
            found = read_back.compare(workspace, workshop_id, source)
        _show(options, found)
        say("Gespeichert wurde nichts.")
        return 0
    with writing(options) as workspace:
        workshop_id = workshops.find(workspace, options.text("workshop")).id
        found = read_back.compare(workspace, workshop_id, source)
        if found.unreadable and not options.flag("skip_errors"):
            raise _unreadable(found)
        chosen = found.differences if options.flag("overwrite") else found.agreed
        count = read_back.take_over(workspace, source, workshop_id, chosen, found.new_rows)
    _show(options, found)
    left = len(found.differences) - len(chosen)
    if left:
        say(f"Nicht übernommen, weil die Werkstatt inzwischen geändert wurde: {_cells(left)}.")
        say("Mit „--overwrite“ gilt dort, was in der Mappe steht.")
    say(f"Übernommen: {_counted(count)}." if count else "Es gab nichts zu übernehmen.")
    return 0


def _show(options: Options, found: ReadBack) -> None:
    for notice in found.notices:
        say(notice)
    for each in found.unreadable:
        say(f"{each.place}: {each.sentence}")
    if options.flag("json"):
        print_json(_as_data(found))
        return
    for difference in found.differences:
        print(_line(difference))
    for row in found.new_rows:
        print(f"{row.place}: neu {_cell(row.text)}")


def _line(difference: Difference) -> str:
    change = f"{_cell(difference.before)} → {_cell(difference.after)}"
    conflict = " (in der Werkstatt inzwischen geändert)" if difference.is_conflict else ""
    return f"{difference.label} {difference.heading}: {change}{conflict}"


def _cell(text: str) -> str:
    return f"„{shortened(text, _LONGEST)}“" if text else "leer"


def _cells(amount: int) -> str:
    return "1 Zelle" if amount == 1 else f"{german(amount)} Zellen"


def _counted(amount: int) -> str:
    return "1 Änderung" if amount == 1 else f"{german(amount)} Änderungen"


def _unreadable(found: ReadBack) -> UserError:
    first = [f"{each.place}: {each.sentence}" for each in found.unreadable[:_NAMED]]
    more = len(found.unreadable) - len(first)
    if more:
        first.append(f"Dazu kommen {more} weitere.")
    return UserError(
        "Die Arbeitsmappe ist nicht ganz zu lesen; gespeichert wurde nichts.",
        f"{' '.join(first)} Bitte berichtigen Sie die Mappe, oder lassen Sie diese Stellen"
        " ausdrücklich aus. Das tut „--skip-errors“.",
    )


def _as_data(found: ReadBack) -> dict[str, object]:
    return {
        "differences": [
            {
                "place": each.place,
                "label": each.label,
                "column": each.heading,
                "before": each.before,
                "after": each.after,
                "conflict": each.is_conflict,
            }
            for each in found.differences
        ],
        "new_rows": [{"place": row.place, "text": row.text} for row in found.new_rows],
        "unreadable": [{"place": each.place, "reason": each.sentence} for each in found.unreadable],
        "notices": list(found.notices),
    }
