"""Start of the program: `python -m quartierdesk`, or the command `quartierdesk`."""

import multiprocessing
import sys

from quartierdesk.cli import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A frozen program starts its own file again for the child that reads spreadsheets.
    multiprocessing.freeze_support()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
