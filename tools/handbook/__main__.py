"""Writes the handbook and the quick card anew; with `--bilder` the pictures in them first."""

import sys

from quartierdesk.files import atomic_write
from tests.gui import help_pictures
from tools.handbook.files import ROOT, PrintError, papers, printed


def main(arguments: list[str]) -> int:
    """Make the pictures where they are wanted, then both files."""
    if arguments not in ([], ["--bilder"]):
        print("Der Befehl „handbook“ kennt nur die Angabe „--bilder“.")
        return 2
    if arguments:
        help_pictures.take_all(help_pictures.PICTURES)
    try:
        for paper in papers():
            with atomic_write(paper.target) as stream:
                stream.write(printed(paper))
            print(paper.target.relative_to(ROOT))
    except PrintError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
