"""Calling the command line: as a process of its own, or in this one where that is enough."""

import io
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quartierdesk.cli import run
from quartierdesk.services import contributions, workshops
from quartierdesk.store.workspace import Access, Workspace
from tests.support import ROOT, child_environment

Word = str | bytes | Path

# A terminal may or may not switch buffering off; the program must not depend on it.
BUFFERED = {"PYTHONUNBUFFERED": ""}


@dataclass(frozen=True)
class Answer:
    """What a command answered: exit code, standard output, standard error."""

    code: int
    output: str
    sentences: str

    @property
    def lines(self) -> list[str]:
        return self.output.splitlines()

    @property
    def data(self) -> Any:  # noqa: ANN401 - whatever stands in the JSON
        return json.loads(self.output)


def call(
    *words: Word, given: bytes = b"", variables: Mapping[str, str] = BUFFERED, prelude: str = ""
) -> Answer:
    """Run a command as a process of its own, with `given` on its standard input."""
    finished = subprocess.run(
        command(*words, prelude=prelude),
        input=given,
        capture_output=True,
        check=False,
        env=child_environment(**variables),
        timeout=120,
    )
    return Answer(finished.returncode, _text(finished.stdout), _text(finished.stderr))


def command(*words: Word, prelude: str = "") -> list[Word]:
    """Return the command line; `prelude` is Python that runs in the process before the program."""
    if not prelude:
        return [sys.executable, "-m", "quartierdesk", *words]
    start = f"{prelude}\nfrom quartierdesk.__main__ import main\nmain()"
    return [sys.executable, "-c", start, *words]


def call_here(*words: str | Path, given: bytes = b"") -> Answer:
    """Run a command in this process, which is quicker and all the same to most commands."""
    output, sentences = _stream(), _stream()
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(output),
        redirect_stderr(sentences),
    ):
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = run([str(word) for word in words])
    return Answer(code, _written(output), _written(sentences))


def done(*words: str | Path, given: bytes = b"") -> Answer:
    """Run a command in this process that has to succeed."""
    answer = call_here(*words, given=given)
    assert answer.code == 0, answer.sentences
    return answer


def start_capture(
    file: Path, workshop: str, *further: str, prelude: str = ""
) -> subprocess.Popen[bytes]:
    """Start `capture` and leave its input open."""
    return subprocess.Popen(
        command("capture", file, "--workshop", workshop, *further, prelude=prelude),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=child_environment(**BUFFERED),
    )


def new_workshop(file: Path, title: str = "Werkstatt", texts: Sequence[str] = ("Anfang",)) -> str:
    """Make a workshop with some contributions and return its number."""
    source = file.with_name("anfang.csv")
    rows = ['"{}"'.format(text.replace('"', '""')) for text in ("Beitrag", *texts)]
    source.write_text("\n".join(rows), encoding="utf-8")
    try:
        return done("import", file, source, "--title", title).output.strip()
    finally:
        source.unlink()


def stored_texts(file: Path, label: str) -> dict[str, str]:
    """Return what is stored in a workshop: texts by number, in the order of capture."""
    with Workspace.open(file, Access(read_only=True)) as workspace:
        workshop = workshops.find(workspace, label)
        return {
            card.label: card.text_original for card in contributions.listed(workspace, workshop.id)
        }


SAMPLE = ROOT / "resources" / "sample" / "sample_workshop.json"


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)


def _written(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return _text(buffer.getvalue())


def _text(raw: bytes) -> str:
    return raw.decode("utf-8").replace("\r\n", "\n")
