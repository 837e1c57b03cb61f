"""`python3 dev.py debian-check`: build, install, use, update and remove on fresh Debian systems."""

import subprocess
import sys
from pathlib import Path

from installer.debian import installed, screen
from installer.debian.installed import FOLDER, PERSON, require
from installer.debian.screen import PROJECT
from installer.debian.tree import TREES, Tree, fresh
from installer.papers import refuse_unlisted
from installer.project import COMMAND, ROOT, BuildError, read_project

LARGEST_MB = 90
SLOWEST_START = 1.2
_PICTURES = TREES / "bilder"


def build(builder: Tree) -> Path:
    """Build from a clone, as a newcomer would, and return the folder with what was made."""
    builder.install("python3", "git", "ca-certificates")
    builder.run("update-ca-certificates")
    subprocess.run(
        ["git", "clone", "--quiet", ROOT, builder.root / PROJECT.lstrip("/")], check=True
    )
    builder.run(f"cd {PROJECT} && python3 build_installer.py", time_limit=3600)
    made = builder.root / PROJECT.lstrip("/") / "dist"
    for file in sorted(made.iterdir()):
        size = file.stat().st_size / 1_000_000
        print(f"  {file.name}: {size:.1f} MB", flush=True)
        require(size <= LARGEST_MB, f"{file.name} ist größer als {LARGEST_MB} MB.")
    return made


def use_package(builder: Tree, made: Path, version: str) -> None:
    """Install the package, use it, update it over an older one, and take it away."""
    package = made / f"{COMMAND}_{version}_amd64.deb"
    system = fresh("ziel")
    system.run(f"useradd -m -s /bin/sh {PERSON}; install -d -o {PERSON} '{FOLDER}'")
    installed.install(system, installed.older(builder, f"{PROJECT}/dist/{package.name}"))
    missing = installed.libraries_missing(system)
    require(not missing, f"Nur mit dem, was das Paket verlangt, fehlt: {', '.join(missing)}")
    print(installed.selftest(system, COMMAND, "Prüfung"), flush=True)
    _show_windows(builder, system)
    before = installed.kept(system)
    require(f"{Path(FOLDER).name}/Prüfung/Prüfung.quartier" in before, "Es ist nichts entstanden.")
    installed.install(system, package)
    installed.gone(system, f"/opt/{COMMAND}/von_gestern")
    told = system.run(f"{COMMAND} --version")
    require(version in told, f"Nach der Aktualisierung ist es noch Fassung {told}")
    require(installed.kept(system) == before, "Die Aktualisierung hat Dateien verändert.")
    papers = system.root / f"usr/share/doc/{COMMAND}"
    refuse_unlisted(system.root / f"opt/{COMMAND}", papers / "bestandteile.cdx.json")
    installed.check_papers_of_the_desktop(system)
    for way in ("remove", "purge"):
        installed.install(system, package)
        system.run(f"apt-get {way} -y -q {COMMAND}")
        installed.gone(system, f"/opt/{COMMAND} /usr/bin/{COMMAND} /usr/share/doc/{COMMAND}")
        require(installed.kept(system) == before, f"„apt-get {way}“ hat Dateien mitgenommen.")


def _show_windows(builder: Tree, system: Tree) -> None:
    """See the very first start, then a file, and hand a second one to the open window."""
    file = f"{FOLDER}/Beispiel.quartier"
    system.run(f"{COMMAND} demo '{file}'", user=PERSON)
    installed.read_foreign_file(system, COMMAND, file)
    with screen.window(builder, system, COMMAND, PERSON, _PICTURES / "erster_start.png"):
        pass
    settings = f"/home/{PERSON}/.config/{COMMAND}"
    system.run(f"mkdir -p {settings}; echo '{{}}' > {settings}/settings.json", user=PERSON)
    with screen.window(builder, system, COMMAND, PERSON, _PICTURES / "fenster.png"):
        system.run(f"{COMMAND} '{file}'", user=PERSON, variables=screen.VARIABLES, time_limit=30)
        screen.settle()
        screen.picture(builder, _PICTURES / "datei_im_offenen_fenster.png")
    kept = (system.root / settings.lstrip("/") / "settings.json").read_text("utf-8")
    require("Beispiel.quartier" in kept, "Das offene Fenster hat die zweite Datei nicht geöffnet.")


def use_archive(builder: Tree, made: Path, version: str) -> None:
    """Install the portable archive into a home, use it and take it away."""
    system = fresh("ziel")
    name = f"QuartierDesk-{version}-linux"
    needed = (made.parent / "build/deb/DEBIAN/control").read_text("utf-8")
    [line] = [row for row in needed.splitlines() if row.startswith("Depends: ")]
    system.install(
        *(term.split()[0] for term in line.removeprefix("Depends: ").split(",")), "xz-utils"
    )
    system.run(f"useradd -m -s /bin/sh {PERSON}; install -d -o {PERSON} '{FOLDER}'")
    (system.root / "tmp/archiv.tar.xz").write_bytes((made / f"{name}.tar.xz").read_bytes())
    system.run(f"cd '{FOLDER}' && tar -xf /tmp/archiv.tar.xz && {name}/install.sh", user=PERSON)
    system.run(f"rm -r '{FOLDER}/{name}'/quartierdesk", user=PERSON)
    program = f"/home/{PERSON}/.local/bin/{COMMAND}"
    installed.selftest(system, program, "Prüfung")
    with screen.window(builder, system, program, PERSON, _PICTURES / "erster_start_archiv.png"):
        pass
    before = installed.kept(system)
    system.run(f"'{FOLDER}/{name}/install.sh' --entfernen", user=PERSON)
    share = f"/home/{PERSON}/.local/share"
    installed.gone(system, f"{program} {share}/{COMMAND}-programm {share}/applications/*.desktop")
    require(installed.kept(system) == before, "Das Entfernen hat Dateien mitgenommen.")


def main() -> int:
    """Do all of it and say how it went."""
    version = read_project().version
    try:
        builder = fresh("bau")
        print("Gebaut wird auf einem frischen Debian …", flush=True)
        made = build(builder)
        builder.install("xvfb")
        with screen.screen(builder):
            print("Das Paket wird installiert, benutzt, aktualisiert und entfernt …", flush=True)
            use_package(builder, made, version)
            print("Das Archiv wird ohne Verwalter installiert …", flush=True)
            use_archive(builder, made, version)
            frozen, source = screen.start_ratio(builder)
        print(
            f"CPU bis zum Fenster: eingefroren {frozen:.0f} ms, aus den Quellen {source:.0f} ms,"
            f" Verhältnis {frozen / source:.2f} (höchstens {SLOWEST_START})"
        )
        require(frozen <= SLOWEST_START * source, "Das eingefrorene Programm startet zu langsam.")
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Alles hat geklappt; die Bilder liegen in {_PICTURES}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
