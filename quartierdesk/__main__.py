"""Start of the program: `python -m quartierdesk`, or the command `quartierdesk`."""

import os
import sys

from quartierdesk.cli import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    _fill_standard_streams()
    if getattr(sys, "frozen", False):
        _serve_as_child()
    sys.exit(run(sys.argv[1:]))


def _serve_as_child() -> None:
    """Do the work of a child, if this is one: they are this frozen program started once more.

    The process that reads foreign files is such a child, and so is what cleans up after it. What
    they need is loaded only there, because it takes its time.
    """
    sys.modules["__main__"].__dict__["__file__"] = None  # there is no source to begin with
    if {"-c", "--multiprocessing-fork"} & set(sys.argv):
        import multiprocessing
        from importlib import import_module

        import_module("pyi_rth_multiprocessing")
        multiprocessing.freeze_support()


def _fill_standard_streams() -> None:
    """Replace streams that the caller closed, before a file of ours gets their numbers."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


if __name__ == "__main__":
    main()
