"""Options that several commands have."""

import argparse

_HIGHEST_TABLE = 999


def amount(text: str) -> int:
    """Return a number from one on."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} ist kleiner als eins.")
    return number


def table_number(text: str) -> int:
    """Return the number of a table."""
    number = amount(text)
    if number > _HIGHEST_TABLE:
        raise argparse.ArgumentTypeError(f"So viele Tische gibt es nicht ({number}).")
    return number


def json_switch(command: argparse.ArgumentParser) -> None:
    """Offer output for other programs."""
    command.add_argument("--json", action="store_true", help="gibt JSON für andere Programme aus")


def workshop_option(command: argparse.ArgumentParser, *, required: bool) -> None:
    """Ask for a workshop."""
    command.add_argument(
        "--workshop",
        metavar="ID",
        required=required,
        help=f"{'' if required else 'nur in dieser Werkstatt: '}Nummer der Werkstatt (siehe list)",
    )
