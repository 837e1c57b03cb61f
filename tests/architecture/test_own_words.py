"""The project speaks of itself alone and names no place where it happens to be worked on."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import ROOT

# In pieces, so that this file does not contain what it forbids.
FORBIDDEN = re.compile(
    "|".join(
        (
            r"\.\./" + "shared",
            r"(?<![\w.])shared" + "/(?:data|design|domain|prototypes)",
            r"(?<!\w)\." + r"library\b",
            "bash" + "_jobs",
            r"(?<![\w.])/" + "work/",
            "py" + r"pi\.org",
            "python" + r"hosted\.org",
            "deb" + r"\.debian\.org",
            "npm" + r"js\.org",
            "proxy" + r"\.golang",
        )
    )
)


def project_files() -> Iterator[Path]:
    """Yield every file that is, or would be, part of the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            yield ROOT / name


def foreign_words(text: str) -> list[str]:
    """Return the words in `text` that do not belong into the project."""
    return FORBIDDEN.findall(text)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows its own files")
def test_no_file_speaks_of_a_workplace() -> None:
    found = {}
    for path in project_files():
        words = foreign_words(path.read_bytes().decode("utf-8", errors="replace"))
        if words:
            found[path.relative_to(ROOT).as_posix()] = words

    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "see ../" + "shared",
        "cat shared" + "/data/x",
        "(/" + "work/main)",
        "https://py" + "pi.org/x",
    ],
)
def test_a_foreign_word_is_found(text: str) -> None:
    assert foreign_words(text)


@pytest.mark.parametrize("text", ["/network/", "need.libraries", "artwork/", "shared_data"])
def test_ordinary_words_pass(text: str) -> None:
    assert foreign_words(text) == []
