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
from quartierdesk.files import reason

DONE, MENDABLE, OUR_MISTAKE = 0, 1, 70


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    code = _answer(arguments)
    try:
        sys.stdout.flush()
    except OSError as error:
        return _without_output(error, code)
    return code


def _answer(arguments: Sequence[str]) -> int:
    try:
        chosen = parse(arguments)
        return _carry_out(chosen.command, vars(chosen))
    except SystemExit as end:
        return int(end.code or DONE)
    except UserError as error:
        print(error, file=sys.stderr)
        return MENDABLE
    except BrokenPipeError as error:
        return _without_output(error, DONE)
    except OSError as error:
        print(_in_words(error), file=sys.stderr)
        return MENDABLE
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return MENDABLE
    except Exception:
        logging.exception("Ein Befehl ist gescheitert.")
        print(
            "Das war ein Fehler des Programms. Was schon gespeichert war, ist gespeichert; bitte"
            " melden Sie den Fehler mit den Zeilen darüber.",
            file=sys.stderr,
        )
        return OUR_MISTAKE


def _carry_out(command: str | None, options: dict[str, object]) -> int:
    # Only now: `--version` and wrong usage must answer without loading the database, and the
    # window shall be seen before that.
    if command in (None, "open"):
        from quartierdesk.cli.window import open_window

        return open_window(options)
    from quartierdesk.cli.commands import COMMANDS
    from quartierdesk.cli.options import Options

    return COMMANDS[command](Options(options))


def _in_words(error: OSError) -> str:
    """Return the sentence for what the system refused; only the output has no name."""
    if error.filename is None:
        return f"Die Ausgabe konnte nicht geschrieben werden: {reason(error)}."
    return (
        f"„{error.filename}“ konnte nicht gelesen oder geschrieben werden: {reason(error)}."
        " Bitte prüfen Sie den Namen und die Rechte."
    )


def _without_output(error: OSError, code: int) -> int:
    """Return the exit code when the output cannot be written to.

    Whoever stops reading early has seen enough; any other reason is told, but only once.
    """
    # Python itself must not try, and complain, once more at the end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError) or code != DONE:
        return code
    print(_in_words(error), file=sys.stderr)
    return MENDABLE
