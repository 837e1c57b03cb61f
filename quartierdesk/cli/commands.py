"""Which function carries out which command."""

from collections.abc import Callable, Mapping
from typing import cast

from quartierdesk.cli import exchanging, keeping, printing
from quartierdesk.cli.capture import capture
from quartierdesk.cli.headless import show_sample
from quartierdesk.cli.importing import demo, import_source
from quartierdesk.cli.listing import (
    list_workshops,
    search_contributions,
    show_history,
    show_results,
)
from quartierdesk.cli.options import Options, in_quotes, reading, say, writing
from quartierdesk.cli.reading_back import read_workbook_back
from quartierdesk.cli.selftest import run_selftest
from quartierdesk.domain.protocol import Length
from quartierdesk.domain.record import Edition
from quartierdesk.services import exports, history, workshops
from quartierdesk.services.exports import ExportFormat, Paper


def _export(options: Options) -> int:
    target = options.path("out")
    kind = cast("ExportFormat", options.text("format"))
    edition = cast("Edition", options.text("edition"))
    with reading(options) as workspace:
        workshop = workshops.find(workspace, options.text("workshop"))
        paper = Paper(cast("Length | None", options.maybe("length")), options.flag("black"))
        exports.export(workspace, workshop.id, kind, edition, target, paper)
    name = "öffentliche" if edition == "public" else "interne"
    say(f"Die {name} Fassung von {in_quotes(workshop.title)} steht in „{target}“.")
    return 0


def _undo(options: Options) -> int:
    with writing(options) as workspace:
        say(f"{history.undo(workspace).label}.")
    return 0


def _redo(options: Options) -> int:
    with writing(options) as workspace:
        say(f"{history.redo(workspace).label}.")
    return 0


COMMANDS: Mapping[str | None, Callable[[Options], int]] = {
    "sample": show_sample,
    "demo": demo,
    "list": list_workshops,
    "import": import_source,
    "export": _export,
    "read-back": read_workbook_back,
    "print": printing.print_handout,
    "diagrams": printing.save_diagrams,
    "review": printing.review,
    "capture": capture,
    "search": search_contributions,
    "results": show_results,
    "history": show_history,
    "undo": _undo,
    "redo": _redo,
    "selftest": run_selftest,
    "check": keeping.check,
    "backup": keeping.back_up,
    "restore": keeping.restore,
    "passphrase": keeping.change_passphrase,
    "package": exchanging.write_package,
    "merge": exchanging.merge,
    "conflicts": exchanging.show_conflicts,
    "erase-person": exchanging.erase_person,
}
