"""Start of the program: `python -m quartierdesk`, or the command `quartierdesk`."""

import os
import sys

from quartierdesk.cli import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    _fill_standard_streams()
    if getattr(sys, "frozen", False):
        # The process that reads foreign files is started as this program once more.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(run(sys.argv[1:]))


def _fill_standard_streams() -> None:
    """Replace streams that the caller closed, before a file of ours gets their numbers."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


if __name__ == "__main__":
    main()
