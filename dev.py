"""Every command of a developer; needs nothing but Python itself.

The environment lies in `.venv` beside this file. It is made when a command first needs it, made
anew when the interpreter or the place changed, and brought up to date when the lock file changed.
"""

import sys

# Everything above and including this check runs on any Python 3, and the rest of the file has to
# parse there, so that an old interpreter is told off in a sentence instead of a traceback.
if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.stderr.write(
        "QuartierDesk läuft mit Python 3.11 bis 3.14; gestartet wurde es mit"
        f" Python {sys.version_info[0]}.{sys.version_info[1]}.\n"
        "Bitte rufen Sie den Befehl mit einer passenden Fassung auf,"
        " zum Beispiel: python3.12 dev.py\n"
    )
    sys.exit(1)

import ctypes
import hashlib
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "eingerichtet.json"
PROJECT = ROOT / "pyproject.toml"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPER_LOCK = ROOT / "requirements-dev.lock"
BUILD_LOCK = ROOT / "requirements-build.lock"
LOCK_TOOL = "uv==0.13.9"
EVERY_CORE = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")


class SetupError(Exception):
    """What the person at the keyboard has to mend; its text is shown as it is."""


class SystemNeed(NamedTuple):
    """Python modules, programs, shared libraries (Linux), and the Debian packages for them."""

    title: str
    packages: tuple[str, ...]
    modules: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command of this file: its German line in the list, and what it does with arguments."""

    summary: str
    action: Callable[[Sequence[str]], int]
    takes_arguments: bool = False


SYSTEM_NEEDS = (
    SystemNeed(
        title="die Python-Bausteine „venv“ und „ensurepip“",
        modules=("venv", "ensurepip"),
        packages=(f"python3.{sys.version_info[1]}-venv",),
    ),
    SystemNeed(
        title="die Bausteine, mit denen Qt Fenster zeichnet",
        libraries=(
            "libGL.so.1",
            "libEGL.so.1",
            "libglib-2.0.so.0",
            "libfontconfig.so.1",
            "libdbus-1.so.3",
            "libxkbcommon.so.0",
        ),
        packages=(
            "libgl1",
            "libegl1",
            "libglib2.0-0",
            "libfontconfig1",
            "libdbus-1-3",
            "libxkbcommon0",
        ),
    ),
)
TEST_NEEDS = (
    SystemNeed(
        title="die Werkzeuge, mit denen PDF-Dateien geprüft werden (pdfinfo, qpdf)",
        programs=("pdfinfo", "pdftotext", "qpdf"),
        packages=("poppler-utils", "qpdf"),
    ),
)
DEBIAN_NEEDS = (
    SystemNeed(
        title="das Werkzeug, das ein frisches Debian anlegt",
        programs=("debootstrap", "unshare", "chroot"),
        packages=("debootstrap", "util-linux", "coreutils"),
    ),
)
WINDOWS_NEEDS = (
    SystemNeed(
        title="wine und die Werkzeuge, mit denen das Windows-Programm gebaut und angesehen wird",
        programs=("wine", "x86_64-w64-mingw32-gcc", "makensis", "Xvfb", "xdotool", "import"),
        packages=(
            *("wine", "wine64", "gcc-mingw-w64-x86-64", "nsis", "xvfb", "xdotool"),
            *("imagemagick", "locales"),
        ),
    ),
)


def tell(sentence: str) -> None:
    """Say what is going on without mixing it into the output of the command."""
    print(sentence, file=sys.stderr, flush=True)


def run_to_end(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run `command` with this terminal and return its exit code.

    Ctrl+C reaches the child as well; it is left to the child to end in its own way.
    """
    with subprocess.Popen(command, env=environment) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code


def succeeds(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> bool:
    """Run a preparing command, its output beside that of the real one, and tell if it worked."""
    finished = subprocess.run(command, check=False, env=environment, stdout=sys.stderr)
    return finished.returncode == 0


def has_library(name: str) -> bool:
    """Tell whether the shared library `name` can be loaded."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def is_met(need: SystemNeed) -> bool:
    """Tell whether the system brings along what `need` names."""
    libraries = need.libraries if sys.platform == "linux" else ()
    return (
        all(map(importlib.util.find_spec, need.modules))
        and all(map(has_library, libraries))
        and all(map(shutil.which, need.programs))
    )


def missing_needs(needs: Sequence[SystemNeed]) -> list[SystemNeed]:
    """Return what the system does not bring along at this moment."""
    importlib.invalidate_caches()
    return [need for need in needs if not is_met(need)]


def administrator_prefix() -> list[str] | None:
    """Return what to put before a command to run it as root, None if that is not allowed."""
    if sys.platform != "linux":
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    allowed = shutil.which("sudo") and subprocess.run(
        [*sudo, "true"], check=False, capture_output=True
    )
    return sudo if allowed and allowed.returncode == 0 else None


def require_system(needs: Sequence[SystemNeed] = SYSTEM_NEEDS) -> None:
    """Install what the system lacks, or raise `SetupError` with the line to type."""
    missing = missing_needs(needs)
    if not missing:
        return
    debian = shutil.which("apt-get") is not None
    prefix = administrator_prefix()
    if debian and prefix is not None:
        install_packages(prefix, missing)
        missing = missing_needs(needs)
    if missing:
        advice = line_to_type(missing) if debian else "Bitte installieren Sie das Fehlende nach."
        raise SetupError(f"Dem System fehlen {', '.join(n.title for n in missing)}. {advice}")


def line_to_type(needs: Sequence[SystemNeed]) -> str:
    """Return the request to install Debian packages, with the line a person can copy."""
    packages = " ".join(packages_of(needs))
    line = f"sudo apt-get update && sudo apt-get install {packages}"
    if not shutil.which("sudo"):
        line = f"su -c 'apt-get update && apt-get install {packages}'"
    return f"Bitte geben Sie ein:\n    {line}"


def packages_of(needs: Sequence[SystemNeed]) -> list[str]:
    """Return the Debian packages that meet `needs`."""
    return [package for need in needs for package in need.packages]


def install_packages(prefix: Sequence[str], needs: Sequence[SystemNeed]) -> None:
    """Try to install what is missing; whether that helped is for the caller to see."""
    packages = packages_of(needs)
    tell(f"Fehlende Pakete des Systems werden installiert: {', '.join(packages)} …")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    succeeds([*apt, "update"])
    succeeds([*apt, "install", "-y", "--no-install-recommends", *packages])


def fingerprint() -> dict[str, str]:
    """Return what the environment depends on; it is stamped with it once it is complete."""
    content = hashlib.sha256()
    for path in (DEVELOPER_LOCK, PROJECT):
        content.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return {
        "python": sys.version,
        "base": sys.base_prefix,
        "place": str(ENVIRONMENT),
        "content": content.hexdigest(),
    }


def read_stamp(stamp: Path) -> dict[str, str]:
    """Return the fingerprint left by the last complete installation, empty if there is none."""
    try:
        known = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def needs_rebuild(known: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Tell whether the environment belongs to another interpreter or place, or is incomplete."""
    return any(known.get(key) != wanted[key] for key in ("python", "base", "place"))


def environment_python(environment: Path = ENVIRONMENT) -> Path:
    """Return the interpreter inside a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_environment() -> Path:
    """Return the environment's interpreter, after making or updating it where necessary."""
    wanted = fingerprint()
    known = read_stamp(STAMP)
    python = environment_python()
    if known == wanted and python.exists():
        return python
    require_system()
    if needs_rebuild(known, wanted) or not python.exists():
        tell("Die Arbeitsumgebung in .venv wird angelegt; das dauert einige Minuten …")
        create_environment(ENVIRONMENT)
    else:
        tell("Die Arbeitsumgebung in .venv wird auf den neuen Stand gebracht …")
        STAMP.unlink()
    synchronise(python)
    write_stamp(wanted)
    return python


def create_environment(place: Path) -> None:
    """Make an empty virtual environment at `place`; whatever was there is removed."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    if not succeeds([base, "-m", "venv", "--clear", place]):
        raise SetupError(
            f"Die Arbeitsumgebung konnte in „{place}“ nicht angelegt werden.\n"
            "Bitte beenden Sie Programme, die daraus laufen, und prüfen Sie den freien Platz."
        )


def pip(python: Path, *arguments: str | Path) -> None:
    """Run pip inside an environment; raises `SetupError` when it fails."""
    options = ["--disable-pip-version-check", "--no-input", "--quiet"]
    environment = {**os.environ, "PIP_USER": "0", "PYTHONUTF8": "1"}
    if not succeeds([python, "-m", "pip", *options, *arguments], environment):
        raise SetupError(
            "Die Pakete konnten nicht installiert werden; der Grund steht in den Zeilen darüber.\n"
            "Bitte prüfen Sie die Verbindung zum Paketverzeichnis und wiederholen Sie den Befehl."
        )


def synchronise(python: Path) -> None:
    """Bring the environment to exactly what the lock file says, plus the program itself."""
    pip(python, "install", "--require-hashes", "--only-binary", ":all:", "-r", DEVELOPER_LOCK)
    strays = stray_packages(python)
    if strays:
        pip(python, "uninstall", "--yes", *strays)
    pip(python, "install", "--no-build-isolation", "--no-deps", "--editable", ROOT)


def locked_names(lock: str) -> set[str]:
    """Return the names of the packages in the text of a lock file, in their normal form."""
    lines = (line for line in lock.splitlines() if line[:1].isalnum())
    return {line.partition("==")[0].lower() for line in lines}


def stray_packages(python: Path) -> list[str]:
    """Return what is installed although no lock file asks for it any more."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "list", "--format=json"]
    listed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    wanted = locked_names(DEVELOPER_LOCK.read_text(encoding="utf-8")) | {"pip", "quartierdesk"}
    installed = {re.sub(r"[-_.]+", "-", entry["name"]).lower() for entry in json.loads(listed)}
    return sorted(installed - wanted)


def write_stamp(wanted: Mapping[str, str]) -> None:
    """Mark the environment as complete; the mark appears whole or not at all."""
    fresh = STAMP.with_suffix(".neu")
    fresh.write_text(json.dumps(wanted, indent=2), encoding="utf-8")
    fresh.replace(STAMP)


def setup(arguments: Sequence[str]) -> int:
    """Make the environment ready, or say that it is."""
    ensure_environment()
    print("Die Arbeitsumgebung in .venv ist eingerichtet.")
    return 0


def run(arguments: Sequence[str]) -> int:
    """Start the program in the folder one stands in, with `arguments`."""
    return run_to_end([ensure_environment(), "-m", "quartierdesk", *arguments])


def in_project(*arguments: str) -> int:
    """Run a module of the environment in the project's folder, the same on every screen."""
    python = ensure_environment()
    os.chdir(ROOT)
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    return run_to_end([python, "-m", *arguments], surroundings)


def test(arguments: Sequence[str]) -> int:
    """Run the tests, all of them on all cores; `arguments` go to pytest."""
    require_system(TEST_NEEDS)
    in_project("tests.verapdf")  # a test says what is missing if it cannot be brought
    return in_project("pytest", *(arguments or EVERY_CORE))


def check(arguments: Sequence[str]) -> int:
    """Run every check, also after one has failed; with `--ohne-tests` only the quick ones."""
    if list(arguments) not in ([], ["--ohne-tests"]):
        tell("Der Befehl „check“ kennt nur die Angabe „--ohne-tests“.")
        return 2
    quick: dict[str, Callable[[], int]] = {
        "Architektur": lambda: in_project("pytest", "tests/architecture")
    }
    every: dict[str, Callable[[], int]] = {"Tests": lambda: test([])}
    steps: dict[str, Callable[[], int]] = {
        "Form": lambda: in_project("ruff", "format", "--check"),
        "Regeln": lambda: in_project("ruff", "check"),
        "Typen": lambda: in_project("mypy"),
        "Übersetzungen": lambda: in_project("tools.translations", "--check"),
        **(quick if arguments else every),
    }
    ensure_environment()
    failed = []
    for name, step in steps.items():
        print(f"\n{name}", flush=True)
        if step():
            failed.append(name)
    print(f"\nNicht bestanden: {', '.join(failed)}." if failed else "\nAlles ist in Ordnung.")
    return 1 if failed else 0


def i18n(arguments: Sequence[str]) -> int:
    """Collect the words of the window, compile the translations, tell what is missing."""
    return in_project("tools.translations")


def shots(arguments: Sequence[str]) -> int:
    """Take pictures of every page and dialog; `arguments` name the ones wanted."""
    return in_project("tests.gui.shots", *arguments)


def handbook(arguments: Sequence[str]) -> int:
    """Write the handbook and the quick card anew; with `--bilder` their pictures first."""
    return in_project("tools.handbook", *arguments)


def build(arguments: Sequence[str]) -> int:
    """Freeze the program and make what installs it on this system."""
    return run_to_end([sys.executable, ROOT / "build_installer.py", *arguments])


def debian_check(arguments: Sequence[str]) -> int:
    """Build on a fresh Debian, install, use and remove it on another; needs root."""
    require_system(DEBIAN_NEEDS)
    return in_project("installer.debian")


def windows_check(arguments: Sequence[str]) -> int:
    """Build the program for Windows, install it under wine and work with it there."""
    require_system(WINDOWS_NEEDS)
    return in_project("installer.wine")


def bench(arguments: Sequence[str]) -> int:
    """Measure speed; `arguments` go to the measurements."""
    return in_project("tests.perf", *arguments)


def durability(arguments: Sequence[str]) -> int:
    """Prove that nothing confirmed is lost when the program is killed."""
    return in_project("tests.perf.durability", *arguments)


def lock(arguments: Sequence[str]) -> int:
    """Write all lock files anew from pyproject.toml; `arguments` go to uv, such as --upgrade."""
    require_system()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="quartierdesk-") as folder:
        python = environment_python(Path(folder) / "venv")
        create_environment(Path(folder) / "venv")
        pip(python, "install", "--only-binary", ":all:", LOCK_TOOL)
        compile_lock(python, RUNTIME_LOCK, *arguments)
        same_versions = ("--extra", "dev", "--constraint", RUNTIME_LOCK.name)
        compile_lock(python, DEVELOPER_LOCK, *same_versions, *arguments)
        for_building = ("--extra", "build", "--constraint", RUNTIME_LOCK.name)
        compile_lock(python, BUILD_LOCK, *for_building, *arguments)
    names = ", ".join(lock.name for lock in (RUNTIME_LOCK, DEVELOPER_LOCK, BUILD_LOCK))
    print(f"{names} entsprechen jetzt pyproject.toml.")
    return 0


def compile_lock(python: Path, lock_file: Path, *options: str) -> None:
    """Write one lock file for all systems and Pythons at once, free of registry addresses."""
    command = [str(python), "-m", "uv", "pip", "compile", "--quiet", PROJECT.name]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate"]
    command += ["--no-emit-index-url", "--custom-compile-command", "python3 dev.py lock"]
    if run_to_end([*command, "--output-file", lock_file.name, *options]):
        raise SetupError("Die Fassungen der Pakete konnten nicht festgeschrieben werden.")


COMMANDS = {
    "setup": Command("richtet die Arbeitsumgebung in .venv ein", setup),
    "run": Command("startet das Programm mit den Angaben dahinter", run, True),
    "test": Command("führt die Tests aus; Angaben dahinter gehen an pytest", test, True),
    "check": Command("prüft alles; „--ohne-tests“ lässt die langen Tests weg", check, True),
    "i18n": Command("sammelt und übersetzt die Texte des Fensters", i18n),
    "shots": Command("macht Bilder aller Seiten und Dialoge in build/shots", shots, True),
    "handbook": Command(
        "schreibt Handbuch und Kurzkarte; „--bilder“ auch ihre Bilder", handbook, True
    ),
    "bench": Command("misst die Geschwindigkeit", bench, True),
    "durability": Command("beweist, dass bei einem Absturz nichts verloren geht", durability, True),
    "build": Command("baut das Programm zum Verteilen", build, True),
    "debian-check": Command(
        "baut und probiert auf frischen Debian-Systemen; nur root", debian_check
    ),
    "windows-check": Command("baut die Windows-Fassung und probiert sie unter wine", windows_check),
    "lock": Command("schreibt die Fassungen aller Pakete aus pyproject.toml fest", lock, True),
}


def print_commands() -> None:
    """Print one line for each command."""
    print(f"Aufruf: {'py' if os.name == 'nt' else 'python3'} dev.py BEFEHL [ANGABEN]\n")
    for name, command in COMMANDS.items():
        print(f"  {name:<15}{command.summary}")


def main(arguments: Sequence[str]) -> int:
    """Carry out the command that `arguments` name and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if not arguments or arguments[0] in ("-h", "--help"):
        print_commands()
        return 0
    name, *rest = arguments
    command = COMMANDS.get(name)
    if command is None:
        tell(f"Den Befehl „{name}“ gibt es nicht. Ohne Angaben nennt dev.py alle Befehle.")
        return 2
    if rest and not command.takes_arguments:
        tell(f"Der Befehl „{name}“ nimmt keine Angaben entgegen.")
        return 2
    try:
        return command.action(rest)
    except SetupError as error:
        tell(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
