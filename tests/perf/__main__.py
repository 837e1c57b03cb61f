"""`python3 dev.py bench`: what the program costs, as ratios to the bare way in one run."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.perf.backing_up import measure_capture_beside_backup
from tests.perf.capturing import measure_enter, measure_key
from tests.perf.measure import Line, german
from tests.perf.merging import measure_merge, merge_growth
from tests.perf.paper import measure_paper
from tests.perf.searching import measure_search
from tests.perf.sheets import measure_large_workbook, measure_workbook
from tests.perf.starting import measure_start
from tests.perf.switching import measure_switch
from tests.perf.wall import measure_wall
from tests.perf.writing import measure_capture, measure_import

_HEAD = "| was | wir (ms) | bloß (ms) | Verhältnis | Grenze | Speicher wir/bloß (MB) | dazu |"


def main() -> int:
    """Measure everything, print the table, return 1 if a ratio is above its limit."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("--small", action="store_true", help="ohne die Million")
    small = parser.parse_args().small
    with tempfile.TemporaryDirectory(prefix="quartierdesk-messung-") as name:
        folder = Path(name)
        os.environ["QUARTIERDESK_CONFIG"] = str(folder / "einstellungen")
        measures: list[Callable[[], Line]] = [
            lambda: measure_capture(folder),
            lambda: measure_capture_beside_backup(folder),
            lambda: measure_import(folder),
            lambda: measure_merge(folder),
            lambda: measure_search(folder, 100_000),
            measure_workbook,
            lambda: measure_key(folder),
            lambda: measure_enter(folder),
        ]
        if not small:
            measures.append(measure_large_workbook)
            measures.append(lambda: measure_search(folder, 1_000_000))
        print(f"Python {platform.python_version()}, {platform.platform()}\n")
        print(f"{_HEAD}\n|---|---|---|---|---|---|---|")
        lines = [_shown(measure()) for measure in measures]
        lines += [_shown(line) for line in measure_switch(folder)]
        lines += [_shown(line) for line in measure_start(folder)]
        lines += [_shown(line) for line in measure_paper()]
        print()
        for line in merge_growth(folder, (1_000, 10_000) if small else (1_000, 10_000, 100_000)):
            print(line, flush=True)
        lines += [_shown(line) for line in measure_wall(folder)]
    return 0 if all(line.holds for line in lines) else 1


def _shown(line: Line) -> Line:
    mark = "" if line.holds else " **zu langsam**"
    limit = german(line.limit, 2).rstrip("0").rstrip(",")
    print(
        f"| {line.what} | {german(line.ours_ms, 2)} | {german(line.bare_ms, 2)} |"
        f" {german(line.ratio, 2)}{mark} | ≤ {limit} |"
        f" {_megabytes(line.ours_mb)} / {_megabytes(line.bare_mb)} | {line.remark} |",
        flush=True,
    )
    return line


def _megabytes(amount: float | None) -> str:
    return "–" if amount is None else f"{amount:.0f}"


if __name__ == "__main__":
    sys.exit(main())
