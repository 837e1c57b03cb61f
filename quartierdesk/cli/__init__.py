"""The command line: every command of the program without a window.

Sentences for people go to standard error, results to standard output. Exit codes: 0 done, 1 a
person can mend it, 2 wrong usage, 70 a mistake of the program.
"""

import logging
import os
import sys
from collections.abc import Sequence

from quartierdesk.cli.parser import parse
from quartierdesk.errors import UserError

DONE, MENDABLE, OUR_MISTAKE = 0, 1, 70


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; wrong usage raises SystemExit(2)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    chosen = parse(arguments)
    try:
        return _carry_out(chosen.command, vars(chosen))
    except UserError as error:
        print(error, file=sys.stderr)
        return MENDABLE
    except BrokenPipeError:
        # Whoever reads our output has seen enough; Python must not complain again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return MENDABLE
    except Exception:
        logging.exception("Befehl %s", chosen.command)
        print(
            "Das war ein Fehler des Programms. Was schon gespeichert war, ist gespeichert; bitte"
            " melden Sie den Fehler mit den Zeilen darüber.",
            file=sys.stderr,
        )
        return OUR_MISTAKE


def _carry_out(command: str | None, options: dict[str, object]) -> int:
    # Only now: `--version` and wrong usage must answer without loading the database.
    from quartierdesk.cli.commands import COMMANDS
    from quartierdesk.cli.options import Options

    return COMMANDS[command](Options(options))
