"""Fresh Debian systems in folders: made with debootstrap, entered with chroot; needs root."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from installer.environment import require
from installer.project import BUILD, BuildError

TREES = BUILD / "debian"
RELEASE = "bookworm"
_BASE = TREES / "grund"
_OF_THIS_COMPUTER = (
    "etc/resolv.conf",
    "etc/pip.conf",
    "usr/local/share/ca-certificates",
)
"""How this computer reaches the registries; a fresh system knows nothing about it."""
_PASSED_ON = ("PIP_", "SSL_CERT_", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")


@dataclass(frozen=True, slots=True)
class Tree:
    """A system in a folder."""

    root: Path

    def run(
        self,
        command: str,
        *,
        user: str = "root",
        variables: Mapping[str, str] | None = None,
        time_limit: float = 1800,
    ) -> str:
        """Run a shell command inside and return what it printed. BuildError: it failed."""
        finished = subprocess.run(
            self.command(command, user),
            check=False,
            env=self.surroundings(user, variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=time_limit,
        )
        if finished.returncode:
            raise BuildError(
                f"In „{self.root.name}“ ist gescheitert ({finished.returncode}): {command}\n"
                f"{finished.stdout[-4000:]}"
            )
        return finished.stdout

    def start(self, command: str, user: str, variables: Mapping[str, str]) -> subprocess.Popen[str]:
        """Start a shell command inside that goes on beside us, until `end`."""
        return subprocess.Popen(
            self.command(command, user),
            env=self.surroundings(user, variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def end(self, started: subprocess.Popen[str]) -> None:
        """End what was started inside, with everything it has started itself.

        The first process of its name space takes all others with it. To kill `unshare` alone is
        not enough: the wish to go with it is forgotten when the command becomes another user.
        """
        children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
        inside = children.read_text().split() if children.exists() else []
        for process in (*map(int, inside), started.pid):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        started.wait()

    def command(self, command: str, user: str) -> list[str]:
        """Return how a shell command is run inside, in name spaces that vanish with it."""
        spaces = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        enter = [f"--mount-proc={self.root / 'proc'}", "chroot", f"--userspec={user}:{user}"]
        return [*spaces, *enter, str(self.root), "/bin/sh", "-ec", command]

    def surroundings(self, user: str, variables: Mapping[str, str] | None) -> dict[str, str]:
        """Return the environment of a command inside."""
        taken = {k: v for k, v in os.environ.items() if k.startswith(_PASSED_ON)}
        taken.pop("PIP_FIND_LINKS", None)
        return {
            **taken,
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root" if user == "root" else f"/home/{user}",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **(variables or {}),
        }

    def install(self, *packages: str) -> None:
        """Install packages and nothing that is only recommended."""
        apt = "apt-get install -y -q --no-install-recommends"
        self.run(f"apt-get update -q && {apt} {' '.join(packages)}")


def fresh(name: str) -> Tree:
    """Return a system as debootstrap leaves it, that reaches what this computer reaches."""
    if os.geteuid():
        raise BuildError("Frische Systeme anlegen darf nur root; bitte mit sudo aufrufen.")
    if not (_BASE / "etc/debian_version").exists():
        print("Ein frisches Debian wird geholt …", flush=True)
        shutil.rmtree(_BASE, ignore_errors=True)
        debootstrap = require("debootstrap", "debootstrap")
        unfinished = TREES / "unfertig"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        made = [debootstrap, "--variant=minbase", RELEASE, str(unfinished)]
        if subprocess.run(made, check=False, stdout=subprocess.DEVNULL).returncode:
            raise BuildError("debootstrap ist gescheitert; der Grund steht darüber.")
        unfinished.rename(_BASE)
    root = TREES / name
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", _BASE, root], check=True)
    for place in _OF_THIS_COMPUTER:
        source = Path("/") / place
        if source.is_dir():
            shutil.copytree(source, root / place, dirs_exist_ok=True)
        elif source.exists():
            shutil.copyfile(source, root / place)
    # Only how packages are fetched: what else apt is told here needs programs that are not there.
    asked = subprocess.run(["apt-config", "dump"], check=True, capture_output=True, text=True)
    fetching = [line for line in asked.stdout.splitlines() if line.startswith("Acquire::")]
    (root / "etc/apt/apt.conf.d/99fetching").write_text("\n".join([*fetching, ""]), "utf-8")
    return Tree(root)
