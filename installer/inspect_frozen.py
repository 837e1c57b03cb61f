"""Run by the interpreter whose libraries were frozen: tell what is inside as JSON."""

import dataclasses
import json
import sys
from pathlib import Path

from installer.components import components
from installer.freezing import entries
from installer.project import read_project


def main() -> None:
    """Print the list of components of the newest frozen program."""
    found = components(entries(), read_project())
    plain = [{**dataclasses.asdict(part), "texts": [str(t) for t in part.texts]} for part in found]
    Path(sys.argv[1]).write_text(json.dumps(plain), "utf-8")


if __name__ == "__main__":
    main()
