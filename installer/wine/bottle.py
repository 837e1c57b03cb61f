"""A Windows of its own in a folder: wine with nothing of the person who runs it."""

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from installer.environment import require, run
from installer.project import ROOT, BuildError

_TIME_LIMIT_S = 1800
_LISTENED_S = 3
_LANGUAGE = "de_DE.UTF-8"


@dataclass(frozen=True, slots=True)
class Finished:
    """How a program ended, and what it printed."""

    code: int
    told: str


@dataclass(frozen=True, slots=True)
class Bottle:
    """Wine's folder, and the screen its windows are on (empty: none)."""

    folder: Path
    display: str = ""

    @classmethod
    def make(cls, folder: Path, stand_ins: Iterable[Path], display: str = "") -> "Bottle":
        """Make a fresh one that says it is Windows 10.

        `stand_ins` are libraries of Windows that wine lacks; they go where Windows has them.
        """
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "heim").mkdir(parents=True)
        _make_language(folder / "sprache")
        bottle = cls(folder, display)
        bottle.must("wineboot", "--init")
        bottle.must("winecfg", "-v", "win10")
        for stand_in in stand_ins:
            shutil.copy(stand_in, bottle.drive / "windows/system32")
        return bottle

    @property
    def drive(self) -> Path:
        """The folder that programs see as C:."""
        return self.folder / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of the one person in this Windows."""
        return next(each for each in (self.drive / "users").iterdir() if each.name != "Public")

    def variables(self) -> dict[str, str]:
        """Return the surroundings of every program: German, no gimmicks, names in Unicode."""
        kept = ("PATH", "USER", "LOGNAME", "TMPDIR")
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            # Not the home of the person who runs this: wine takes its documents for those of C:.
            "HOME": str(self.folder / "heim"),
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # No pages of the web inside programs, no .NET, nothing added to the menus of Linux.
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
            "LOCPATH": str(self.folder / "sprache"),
            "LC_ALL": _LANGUAGE,
            **({"DISPLAY": self.display} if self.display else {}),
        }

    def run(
        self,
        *command: str | Path,
        folder: Path | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> Finished:
        """Run a program of Windows to its end, without a terminal (wine insists on that)."""
        with _listening() as (told, heard):
            finished = subprocess.run(
                [require("wine", "wine"), *command],
                check=False,
                cwd=folder or ROOT,
                env={**self.variables(), **(variables or {})},
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
                timeout=_TIME_LIMIT_S,
            )
        lines = heard.getvalue().decode("utf-8", "replace").splitlines()
        said = [line for line in lines if not line.startswith("wine: ")]
        return Finished(finished.returncode, "\n".join(said))

    def must(
        self,
        *command: str | Path,
        folder: Path | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> str:
        """Run a program and return what it printed. BuildError: it failed."""
        finished = self.run(*command, folder=folder, variables=variables)
        if finished.code:
            words = " ".join(str(word) for word in command[:3])
            raise BuildError(f"„{words} …“ ist unter wine gescheitert:\n{finished.told}")
        return finished.told

    def begin(self, command: Sequence[str | Path], folder: Path) -> "subprocess.Popen[bytes]":
        """Start a program with a window and return at once."""
        return subprocess.Popen(
            [require("wine", "wine"), *command],
            cwd=folder,
            env=self.variables(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def end(self) -> None:
        """End everything that still runs in this Windows."""
        for how in ("--kill", "--wait"):
            subprocess.run(
                [require("wineserver", "wine"), how],
                check=False,
                env=self.variables(),
                stdin=subprocess.DEVNULL,
                timeout=_TIME_LIMIT_S,
            )


def of_windows(path: Path) -> str:
    """Return how programs name a file of Linux: on the drive Z:."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


@contextmanager
def _listening() -> Iterator[tuple[IO[bytes], io.BytesIO]]:
    """Yield a pipe to print into, and what has been printed, complete after the block.

    Not a file alone: programs in Python do not start under wine with one. Not a pipe alone: what
    wine starts beside the program may hold it open for ever.
    """
    heard = io.BytesIO()
    with tempfile.TemporaryFile() as kept:
        listener = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=kept)
        assert listener.stdin is not None
        try:
            yield listener.stdin, heard
        finally:
            listener.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                listener.wait(timeout=_LISTENED_S)
            listener.kill()
            listener.wait()
        kept.seek(0)
        heard.write(kept.read())


def _make_language(folder: Path) -> None:
    """Make German for Linux in `folder`: from it wine takes the language of its Windows."""
    folder.mkdir()
    compiler = require("localedef", "libc-bin")
    run([compiler, "-i", "de_DE", "-f", "UTF-8", folder / _LANGUAGE])
