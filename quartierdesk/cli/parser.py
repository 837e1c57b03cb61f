"""The words of the command line, in German."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from quartierdesk import __version__

_TRANSLATIONS: Sequence[tuple[str, str]] = (
    (r"the following arguments are required: (.*)", r"Es fehlt: \1."),
    (r"unrecognized arguments: (.*)", r"Unbekannt: \1."),
    (
        r"argument (\S+): invalid choice: (.*?) \(choose from (.*)\)",
        r"\2 gibt es nicht; möglich: \3.",
    ),
    (r"argument (\S+): expected .*", r"Zu \1 fehlt die Angabe."),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 und \2 schließen einander aus."),
    (r"argument (\S+): invalid .* value: (.*)", r"Bei \1 kann \2 nicht stehen."),
    (r"argument (\S+): (.*)", r"Bei \1: \2"),
    (r"ambiguous option: (\S+).*", r"\1 ist nicht eindeutig."),
)


class _Form(argparse.HelpFormatter):
    """Help with a German heading."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Write the line that shows how a command is called."""
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")


class _Parser(argparse.ArgumentParser):
    """A parser that speaks German."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"formatter_class": _Form, **options, "add_help": False})  # type: ignore[arg-type]
        self._positionals.title = "Angaben"
        self._optionals.title = "Schalter"
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and leave with 2."""
        for pattern, german in _TRANSLATIONS:
            if re.fullmatch(pattern, message, re.S):
                message = re.sub(pattern, german, message, flags=re.S)
                break
        self.print_usage()
        self.exit(2, f"Der Aufruf stimmt nicht. {message}\n")

    def print_usage(self, file: object = None) -> None:
        """Write the usage to standard error, where all sentences go."""
        import sys

        super().print_usage(sys.stderr)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the chosen command and its options; wrong usage raises SystemExit(2)."""
    parser = _Parser(
        prog="quartierdesk",
        description="Bürgerwerkstätten festhalten, ordnen, gewichten, vereinbaren, protokollieren.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"QuartierDesk {__version__}",
        help="nennt die Fassung",
    )
    commands = parser.add_subparsers(dest="command", metavar="BEFEHL", title="Befehle")
    for name, help_text, describe in _COMMANDS:
        command = commands.add_parser(name, help=help_text, description=f"{help_text}.")
        command.add_argument("file", metavar="FILE", help="Datei der Werkstätten (name.quartier)")
        describe(command)
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} ist kleiner als eins.")
    return number


def _nothing(_command: argparse.ArgumentParser) -> None:
    """Need nothing but the file."""


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="gibt JSON aus")


def _workshop(command: argparse.ArgumentParser, *, required: bool) -> None:
    command.add_argument(
        "--workshop", metavar="ID", required=required, help="Nummer der Werkstatt (siehe list)"
    )


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", metavar="SOURCE", help="CSV, XLSX, XLS, ODS oder JSON")
    target = command.add_mutually_exclusive_group()
    target.add_argument("--workshop", metavar="ID", help="in diese Werkstatt")
    target.add_argument("--title", metavar="TEXT", help="in eine neue Werkstatt mit diesem Titel")
    command.add_argument(
        "--column",
        metavar="ROLE=NAME",
        action="append",
        default=[],
        help="ordnet eine Spalte zu, zum Beispiel text=Beitrag (mehrfach möglich)",
    )
    command.add_argument("--preview", action="store_true", help="zeigt nur, was käme")
    command.add_argument("--skip-errors", action="store_true", help="lässt unbrauchbare Zeilen aus")
    _json(command)


def _export(command: argparse.ArgumentParser) -> None:
    _workshop(command, required=True)
    command.add_argument("--format", choices=("json", "csv", "xlsx", "pdf"), required=True)
    command.add_argument("--edition", choices=("public", "internal"), default="public")
    command.add_argument("--out", metavar="PATH", required=True, help="Name der neuen Datei")


def _capture(command: argparse.ArgumentParser) -> None:
    _workshop(command, required=True)
    command.add_argument("--table", metavar="N", type=_positive, help="Nummer des Tisches")


def _search(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", metavar="TEXT", help="was vorkommen soll")
    _workshop(command, required=False)
    command.add_argument("--limit", metavar="N", type=_positive, default=50)
    _json(command)


def _results(command: argparse.ArgumentParser) -> None:
    _workshop(command, required=True)
    _json(command)


_COMMANDS: Sequence[tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = (
    ("demo", "Legt die Beispielwerkstatt an", _nothing),
    ("list", "Nennt Quartiere und Werkstätten", _json),
    ("import", "Übernimmt Beiträge aus Tabellen oder eine Werkstatt aus JSON", _import),
    ("export", "Schreibt eine Werkstatt in eine Datei", _export),
    ("capture", "Erfasst je Zeile der Eingabe einen Beitrag", _capture),
    ("search", "Findet Beiträge", _search),
    ("results", "Zeigt die Ergebnisse der Abfragen", _results),
    ("history", "Zeigt, wer was wann geändert hat", _json),
    ("undo", "Nimmt den letzten Schritt zurück", _nothing),
    ("redo", "Stellt den zurückgenommenen Schritt wieder her", _nothing),
    ("check", "Prüft, ob die Datei in Ordnung ist", _nothing),
)
