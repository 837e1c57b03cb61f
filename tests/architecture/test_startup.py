"""Starting is quick because nothing heavy is loaded before it is needed."""

import json
import subprocess
import sys

import quartierdesk
from tests.support import child_environment

HEAVY = (
    "PIL PySide6 alembic lxml openpyxl pillow_heif python_calamine rapidfuzz reportlab"
    " sqlalchemy sqlcipher3"
)

PROBE = """
import contextlib, io, json, runpy, sys
import quartierdesk.cli
sys.argv = ["quartierdesk", "--version"]
printed = io.StringIO()
try:
    with contextlib.redirect_stdout(printed):
        runpy.run_module("quartierdesk", run_name="__main__", alter_sys=True)
except SystemExit as end:
    code = end.code or 0
print(json.dumps({"code": code, "printed": printed.getvalue(), "loaded": sorted(sys.modules)}))
"""


def test_telling_the_version_loads_nothing_heavy() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", PROBE],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=child_environment(PYTHONUTF8="1"),
    )
    assert finished.returncode == 0, finished.stderr
    told = json.loads(finished.stdout)

    assert told["code"] == 0
    assert quartierdesk.__version__ in told["printed"]
    assert set(told["loaded"]) & set(HEAVY.split()) == set()
