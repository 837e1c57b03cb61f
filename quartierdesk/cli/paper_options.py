"""Options of the commands that print."""

import argparse

from quartierdesk.cli.declaring import amount, json_switch, table_number, workshop_option


def print_options(command: argparse.ArgumentParser) -> None:
    """Ask which sheet is wanted, and how many."""
    workshop_option(command, required=True)
    command.add_argument(
        "--what",
        metavar="BLATT",
        choices=("poster", "cards", "attendance", "counting", "invitation", "privacy", "run"),
        required=True,
        help="poster (Aushang), cards (Ideenkarten), attendance (Teilnehmerliste), counting"
        " (Zählbogen), invitation (Einladung), privacy (Datenschutzblatt), run (Regieplan)",
    )
    command.add_argument("--count", metavar="N", type=amount, help="wie viele Karten oder Blätter")
    command.add_argument(
        "--table", metavar="N", type=table_number, help="nur für cards: Karten für diesen Tisch"
    )
    command.add_argument(
        "--first", metavar="N", type=amount, help="nur für cards: Nummer der ersten Karte"
    )
    command.add_argument("--black", action="store_true", help="reines Schwarz für Kopierer und Fax")
    command.add_argument("--out", metavar="ZIEL", required=True, help="Name der neuen Datei")


def diagram_options(command: argparse.ArgumentParser) -> None:
    """Ask for the edition, the colours and the folder."""
    workshop_option(command, required=True)
    _edition(command)
    command.add_argument(
        "--black", action="store_true", help="reines Schwarz für Kopierer und Zeitung"
    )
    command.add_argument(
        "--out", metavar="ORDNER", required=True, help="Ordner, der auch neu entstehen darf"
    )


def review_options(command: argparse.ArgumentParser) -> None:
    """Ask which edition is to be looked at."""
    workshop_option(command, required=True)
    _edition(command)
    json_switch(command)


def _edition(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--edition",
        metavar="FASSUNG",
        choices=("public", "internal"),
        default="public",
        help="public (öffentlich, wenn nichts angegeben ist) oder internal (intern)",
    )
