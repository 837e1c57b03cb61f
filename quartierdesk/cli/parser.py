"""The words of the command line, in German."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from quartierdesk import __version__
from quartierdesk.cli.declaring import amount, json_switch, table_number, workshop_option
from quartierdesk.cli.paper_options import diagram_options, print_options, review_options

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_TRANSLATIONS: Sequence[tuple[str, str]] = (
    (r"the following arguments are required: (.*)", "Es fehlt: {0}."),
    (r"unrecognized arguments: (.*)", "Unbekannt: {0}."),
    (
        r"argument BEFEHL: invalid choice: ['\"](.*?)['\"] \(choose from (.*)\)",
        "Den Befehl „{0}“ gibt es nicht; möglich: {1}.",
    ),
    (
        r"argument (\S+): invalid choice: ['\"](.*?)['\"] \(choose from (.*)\)",
        "Bei {0} kann „{1}“ nicht stehen; möglich: {2}.",
    ),
    (r"argument (\S+): expected .*", "Zu {0} fehlt die Angabe."),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} und {1} schließen einander aus."),
    (r"argument (\S+): invalid .* value: ['\"](.*)['\"]", "Bei {0} kann „{1}“ nicht stehen."),
    (
        r"argument (\S+): ignored explicit argument ['\"](.*)['\"]",
        "Zu {0} gehört keine Angabe („{1}“).",
    ),
    (r"argument (\S+): (.*)", "Bei {0}: {1}"),
    (r"ambiguous option: (\S+).*", "{0} ist nicht eindeutig."),
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
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)

    def add_argument(self, action: argparse.Action) -> None:
        """Leave room for the longest command too: the original forgets that it is indented."""
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):
            self._action_max_length += self._indent_increment


class _Parser(argparse.ArgumentParser):
    """A parser that speaks German."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"formatter_class": _Form, **options, "add_help": False})  # type: ignore[arg-type]
        self._positionals.title = "Angaben"
        self._optionals.title = "Schalter"
        self.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Refuse what is left over here, where the usage of the very command can be shown."""
        found, left_over = super().parse_known_args(args, namespace)
        if left_over:
            self.error(f"unrecognized arguments: {' '.join(left_over)}")
        return found, left_over

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        # The original keeps it to itself when nobody can read what it prints.
        print(message, end="", file=file or sys.stderr)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and leave with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"Der Aufruf stimmt nicht. {_in_german(message)}\n")


def _in_german(message: str) -> str:
    for pattern, german in _TRANSLATIONS:
        match = re.fullmatch(pattern, message, re.S)
        if match:
            # Some versions of Python put the possible choices into quotation marks, some do not.
            given = [group.replace("', '", ", ").strip("'") for group in match.groups()]
            return german.format(*given)
    return message


class _Command(NamedTuple):
    """A command: its name, what it does, how it is called, how its options are declared."""

    name: str
    summary: str
    usage: str
    declare: Callable[[argparse.ArgumentParser], None]
    details: str = ""
    needs_file: bool = True


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the chosen command and its options; wrong usage raises SystemExit(2)."""
    parser = _Parser(
        prog="quartierdesk",
        usage="quartierdesk [BEFEHL] [DATEI] …",
        description="Bürgerwerkstätten festhalten, ordnen, gewichten, vereinbaren, protokollieren.",
        epilog="Ohne Befehl öffnet sich das Fenster, mit einer DATEI (name.quartier) gleich diese."
        " Das Kennwort einer geschützten Datei nimmt jeder Befehl aus der Umgebungsvariablen"
        " QUARTIERDESK_PASSPHRASE, sonst fragt er danach. Mehr zu einem Befehl zeigt"
        " „quartierdesk BEFEHL -h“.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"QuartierDesk {__version__}",
        help="nennt die Fassung",
    )
    commands = parser.add_subparsers(
        dest="command", metavar="BEFEHL", title="Befehle", prog="quartierdesk"
    )
    for each in _COMMANDS:
        command = commands.add_parser(
            each.name,
            help=f"{each.summary[0].lower()}{each.summary[1:]}",
            description=f"{each.summary}. {each.details}",
            usage=f"quartierdesk {each.name} {each.usage}",
        )
        if each.needs_file:
            command.add_argument(
                "file", metavar="DATEI", help="Datei der Werkstätten (name.quartier)"
            )
        each.declare(command)
    return parser.parse_args(_with_window(arguments))


def _with_window(arguments: Sequence[str]) -> Sequence[str]:
    """Return the arguments, the command for the window added where only a file is named."""
    names = {each.name for each in _COMMANDS}
    if len(arguments) == 1 and arguments[0] not in names and not arguments[0].startswith("-"):
        path = PurePath(arguments[0])
        if path.suffix or len(path.parts) > 1:
            return ["open", *arguments]
    return arguments


def _nothing(_command: argparse.ArgumentParser) -> None:
    """Need nothing but the file."""


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source",
        metavar="QUELLE",
        help="Tabelle (CSV, XLSX, XLS, ODS) oder Werkstatt (JSON)",
    )
    target = command.add_mutually_exclusive_group()
    target.add_argument("--workshop", metavar="ID", help="ergänzt diese Werkstatt (siehe list)")
    target.add_argument(
        "--title", metavar="TEXT", help="Titel der neuen Werkstatt (sonst der Name der Tabelle)"
    )
    command.add_argument(
        "--column",
        metavar="ROLLE=NAME",
        action="append",
        default=[],
        help="ordnet eine Spalte zu, zum Beispiel text=Beitrag; mehrfach möglich",
    )
    command.add_argument("--preview", action="store_true", help="zeigt nur, was käme")
    command.add_argument(
        "--skip-errors",
        action="store_true",
        help="lässt Zeilen mit Fehlern aus, statt alles abzulehnen",
    )
    json_switch(command)


def _export(command: argparse.ArgumentParser) -> None:
    workshop_option(command, required=True)
    command.add_argument(
        "--format",
        metavar="FORMAT",
        choices=("json", "csv", "xlsx", "pdf"),
        required=True,
        help="json (alles), csv (Beiträge), xlsx (Arbeitsmappe), pdf (Protokoll)",
    )
    command.add_argument(
        "--edition",
        metavar="FASSUNG",
        choices=("public", "internal"),
        default="public",
        help="public (öffentlich, wenn nichts angegeben ist) oder internal (intern)",
    )
    command.add_argument(
        "--length",
        metavar="LÄNGE",
        choices=("documentation", "short", "instant"),
        help="nur für pdf: documentation (alles), short (Kurzprotokoll), instant"
        " (Sofortausdruck); ohne Angabe wie zuletzt gewählt",
    )
    command.add_argument(
        "--black", action="store_true", help="nur für pdf: reines Schwarz für Kopierer und Fax"
    )
    command.add_argument("--out", metavar="ZIEL", required=True, help="Name der neuen Datei")


def _read_back(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "workbook", metavar="MAPPE", help="bearbeitete interne Arbeitsmappe (XLSX, XLS, ODS)"
    )
    workshop_option(command, required=True)
    command.add_argument("--preview", action="store_true", help="zeigt nur, was sich änderte")
    command.add_argument(
        "--overwrite",
        action="store_true",
        help="nimmt die Mappe auch, wo die Werkstatt inzwischen geändert wurde",
    )
    command.add_argument(
        "--skip-errors",
        action="store_true",
        help="lässt aus, was nicht zu lesen ist, statt alles abzulehnen",
    )
    json_switch(command)


def _capture(command: argparse.ArgumentParser) -> None:
    workshop_option(command, required=True)
    command.add_argument(
        "--table", metavar="N", type=table_number, help="Nummer des Tisches (sonst Plenum)"
    )


def _search(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "text", metavar="TEXT", help="Wörter oder Teile davon; beginnt er mit „-“, davor „--“"
    )
    workshop_option(command, required=False)
    command.add_argument(
        "--limit",
        metavar="N",
        type=amount,
        default=50,
        help="zeigt höchstens so viele Beiträge (sonst 50)",
    )
    json_switch(command)


def _results(command: argparse.ArgumentParser) -> None:
    workshop_option(command, required=True)
    json_switch(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--deep", action="store_true", help="prüft auch die Fotos und jede Sicherung"
    )


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("--list", action="store_true", help="nennt nur die Sicherungen")
    json_switch(command)


def _restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("backup", metavar="SICHERUNG", help="Name der Sicherung (siehe backup)")
    command.add_argument("--preview", action="store_true", help="zeigt nur, was sich änderte")


def _passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument("--remove", action="store_true", help="hebt den Schutz auf")


def _selftest(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--folder", metavar="ORDNER", help="leerer Ordner für das, was dabei entsteht"
    )


def _package(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", metavar="PAKET", required=True, help="Name des Pakets")
    command.add_argument(
        "--table", metavar="N", type=table_number, help="nur für den Laptop an diesem Tisch"
    )
    workshop_option(command, required=False)


def _merge(command: argparse.ArgumentParser) -> None:
    command.add_argument("packages", metavar="PAKET", nargs="+", help="Pakete (name.qdpaket)")
    command.add_argument("--preview", action="store_true", help="zeigt nur, was käme")


def _erase_person(command: argparse.ArgumentParser) -> None:
    command.add_argument("person", metavar="ID", help="Nummer oder Kennung in der Teilnehmerliste")


_COMMANDS = (
    _Command("open", "Öffnet eine Datei im Fenster", "DATEI", _nothing),
    _Command(
        "sample",
        "Legt die Beispielwerkstatt mit allen Ausgaben in einen neuen Ordner",
        "",
        _nothing,
        "Das geht ohne Bildschirm.",
        needs_file=False,
    ),
    _Command(
        "demo",
        "Legt die Beispielwerkstatt an",
        "DATEI",
        _nothing,
        "Gibt es die Datei noch nicht, wird sie angelegt.",
    ),
    _Command("list", "Nennt die Werkstätten der Datei", "DATEI [--json]", json_switch),
    _Command(
        "import",
        "Übernimmt eine Tabelle von Beiträgen oder eine Werkstatt",
        "DATEI QUELLE [--workshop ID | --title TEXT]\n"
        "       [--column ROLLE=NAME …] [--preview] [--skip-errors] [--json]",
        _import,
        "Gibt es die Datei noch nicht, wird sie angelegt.",
    ),
    _Command(
        "export",
        "Schreibt eine Werkstatt in eine Datei",
        "DATEI --workshop ID --format FORMAT [--edition FASSUNG]\n"
        "       [--length LÄNGE] [--black] --out ZIEL",
        _export,
    ),
    _Command(
        "print",
        "Druckt Aushänge, Karten und Formulare in eine PDF-Datei",
        "DATEI --workshop ID --what BLATT\n       [--count N] [--table N] [--first N] [--black]"
        " --out ZIEL",
        print_options,
    ),
    _Command(
        "diagrams",
        "Schreibt die Diagramme des Protokolls als Bilder",
        "DATEI --workshop ID [--edition FASSUNG] [--black] --out ORDNER",
        diagram_options,
        "Jedes Diagramm entsteht als PNG (300 Punkte je Zoll) und als SVG; ausgegeben wird zu jedem"
        " Bild der Text für Menschen, die es nicht sehen.",
    ),
    _Command(
        "review",
        "Zeigt, was vor der Weitergabe des Protokolls anzusehen ist",
        "DATEI --workshop ID [--edition FASSUNG] [--json]",
        review_options,
        "Genannt werden mögliche Namen, Telefonnummern, Anschriften und E-Mail-Adressen, Fotos ohne"
        " Alternativtext und Beiträge ohne Antwort. Der Rückgabewert ist 1, wenn es etwas gibt.",
    ),
    _Command(
        "read-back",
        "Liest eine bearbeitete Arbeitsmappe zurück",
        "DATEI MAPPE --workshop ID\n       [--preview] [--overwrite] [--skip-errors] [--json]",
        _read_back,
        "Gelesen wird eine interne Arbeitsmappe, die „export“ geschrieben hat; was in ihr geändert"
        " wurde, kommt als ein Schritt in die Werkstatt.",
    ),
    _Command(
        "capture",
        "Erfasst je Zeile der Eingabe einen Beitrag",
        "DATEI --workshop ID [--table N]",
        _capture,
        "Die Antwort auf jede Zeile ist die Nummer des gespeicherten Beitrags oder „! “ und der"
        " Grund, warum er nicht gespeichert ist.",
    ),
    _Command(
        "search", "Findet Beiträge", "DATEI TEXT [--workshop ID] [--limit N] [--json]", _search
    ),
    _Command(
        "results", "Zeigt die Ergebnisse der Abfragen", "DATEI --workshop ID [--json]", _results
    ),
    _Command("history", "Zeigt, wer was wann geändert hat", "DATEI [--json]", json_switch),
    _Command("undo", "Nimmt den letzten Schritt zurück", "DATEI", _nothing),
    _Command("redo", "Stellt den zurückgenommenen Schritt wieder her", "DATEI", _nothing),
    _Command("check", "Prüft, ob die Datei in Ordnung ist", "DATEI [--deep]", _check),
    _Command(
        "backup",
        "Sichert die Datei",
        "DATEI [--list [--json]]",
        _backup,
        "Geht auch, während sie geöffnet ist. Die Antwort ist der Name der geprüften Sicherung.",
    ),
    _Command(
        "restore",
        "Stellt eine Sicherung wieder her",
        "DATEI SICHERUNG [--preview]",
        _restore,
        "Der Stand von vorher wird zuerst gesichert; eine beschädigte Datei bleibt unter anderem"
        " Namen erhalten.",
    ),
    _Command(
        "passphrase",
        "Setzt, ändert oder entfernt das Kennwort",
        "DATEI [--remove]",
        _passphrase,
        "Gefragt wird ohne Anzeige; ohne Tastatur kommen das bisherige und das neue Kennwort aus"
        " QUARTIERDESK_PASSPHRASE und QUARTIERDESK_NEW_PASSPHRASE oder je einer Zeile der Eingabe.",
    ),
    _Command(
        "package",
        "Schreibt ein Paket für einen anderen Laptop",
        "DATEI --out PAKET [--table N [--workshop ID]]",
        _package,
        "Mit „--table“ enthält es, was der Laptop an diesem Tisch braucht, ohne Angaben zu"
        " Personen. Verschlüsselt ist es, wenn die Datei es ist.",
    ),
    _Command(
        "merge",
        "Liest Pakete anderer Laptops ein",
        "DATEI PAKET … [--preview]",
        _merge,
        "Vorher wird gesichert. Gibt es die Datei noch nicht, wird sie aus dem ersten Paket"
        " angelegt; so beginnt der Laptop an einem Tisch.",
    ),
    _Command(
        "conflicts",
        "Nennt, was zwei Laptops verschieden geschrieben haben",
        "DATEI [--json]",
        json_switch,
    ),
    _Command(
        "erase-person",
        "Löscht eine teilnehmende Person endgültig",
        "DATEI ID",
        _erase_person,
        "Das lässt sich nicht zurücknehmen. Genannt werden die Texte, in denen der Name noch"
        " steht, und die Kopien, die noch zu löschen sind.",
    ),
    _Command(
        "selftest",
        "Prüft, ob das Programm auf diesem Computer alles kann",
        "[--folder ORDNER]",
        _selftest,
        "Es legt eine Datei an, übernimmt, zählt, sucht, schreibt und schützt; Ihre eigenen Dateien"
        " rührt es nicht an.",
        needs_file=False,
    ),
)
