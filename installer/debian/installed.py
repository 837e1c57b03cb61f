"""What a person does with the installed program: use it, update it, take it away."""

from pathlib import Path

from installer.debian.tree import Tree
from installer.project import COMMAND, IDENTITY, BuildError

PERSON = "anna"
FOLDER = f"/home/{PERSON}/Werkstätten für Bürger"
"""A folder as people have them: with umlauts and blanks, far from the program."""
_LIBRARIES = f"/opt/{COMMAND}/_internal"
_TOOLS = (
    *("desktop-file-utils", "appstream", "man-db", "groff", "shared-mime-info", "xdg-utils"),
    "libglib2.0-bin",
)


def require(condition: object, sentence: str) -> None:
    """Raise BuildError with the sentence unless the condition holds."""
    if not condition:
        raise BuildError(sentence)


def install(system: Tree, package: Path) -> None:
    """Install a package with apt, and with nothing but what it names itself."""
    (system.root / "tmp/paket.deb").write_bytes(package.read_bytes())
    apt = "apt-get install -y -q --no-install-recommends"
    system.run(f"apt-get update -q && {apt} /tmp/paket.deb")


def libraries_missing(system: Tree, folder: str = _LIBRARIES) -> list[str]:
    """Return which libraries the linker does not find for the program."""
    found = f'find "{folder}" -name "*.so*" -type f -print0'
    told = system.run(f'{found} | LD_LIBRARY_PATH="{folder}" xargs -0 ldd 2>/dev/null || true')
    return sorted({line.split()[0] for line in told.splitlines() if "not found" in line})


def selftest(system: Tree, program: str, name: str) -> str:
    """Let the program test itself as an ordinary person in a folder of theirs."""
    folder = f"{FOLDER}/{name}"
    return system.run(
        f"mkdir -p '{folder}'; cd '{folder}'; '{program}' selftest --folder .", user=PERSON
    )


def read_foreign_file(system: Tree, program: str, file: str) -> None:
    """Read a workbook, which the program does in a process of its own."""
    book = f"{FOLDER}/Arbeitsmappe.xlsx"
    told = system.run(f"'{program}' list '{file}'", user=PERSON)
    workshop = next(word for word in told.split() if word.startswith("QW-"))
    which = f"'{file}' --workshop {workshop}"
    written = f"export {which} --format xlsx --edition internal --out '{book}'"
    system.run(f"'{program}' {written}", user=PERSON)
    system.run(f"'{program}' read-back '{file}' '{book}' --workshop {workshop}", user=PERSON)


def check_papers_of_the_desktop(system: Tree) -> None:
    """Check menu entry, metadata, man page and the kinds of files with the tools for them."""
    system.install(*_TOOLS)
    system.run(f"desktop-file-validate /usr/share/applications/{IDENTITY}.desktop")
    metadata = f"/usr/share/metainfo/{IDENTITY}.metainfo.xml"
    system.run(f"appstreamcli validate --no-net --explain {metadata}")
    page = f"/usr/share/man/man1/{COMMAND}.1.gz"
    said = system.run(f"man --warnings -E UTF-8 -l -Tutf8 -Z {page} 2>&1 >/dev/null")
    require(not said, f"Die Hilfeseite hat Fehler: {said}")
    for file, kind in (("Prüfung.quartier", "workspace"), ("Hin.qdpaket", "package")):
        mime = f"application/x-{COMMAND}-{kind}"
        told = system.run(f"gio info -a standard::content-type '{FOLDER}/Prüfung/{file}'")
        require(mime in told, f"„{file}“ wird nicht erkannt: {told}")
        opened_with = system.run(f"xdg-mime query default {mime}", user=PERSON).strip()
        require(opened_with == f"{IDENTITY}.desktop", f"„{file}“ öffnet sich mit „{opened_with}“.")


def older(builder: Tree, package: str) -> Path:
    """Return the same package as an earlier version that had one file more."""
    tree = "/tmp/aelter"
    builder.run(
        f"rm -rf {tree}; dpkg-deb -R {package} {tree}; touch {tree}/opt/{COMMAND}/von_gestern;"
        f" sed -i 's/^Version: .*/Version: 0.0.1/' {tree}/DEBIAN/control;"
        f" dpkg-deb --root-owner-group -Zgzip -z1 -b {tree} /tmp/aelter.deb"
    )
    return builder.root / "tmp/aelter.deb"


def kept(system: Tree) -> dict[str, bytes]:
    """Return all files that belong to the person, with what is in them."""
    home = system.root / "home" / PERSON
    names = [f for f in sorted(home.rglob("*")) if f.is_file() and _belongs_to_the_person(f)]
    return {str(file.relative_to(home)): file.read_bytes() for file in names}


def _belongs_to_the_person(file: Path) -> bool:
    if f"{COMMAND}-programm" in file.parts:
        return False  # the installed program has papers of its own
    return file.suffix in (".quartier", ".qdpaket", ".pdf", ".xlsx") or file.name == "settings.json"


def gone(system: Tree, place: str) -> None:
    """Raise BuildError if something is left at a place."""
    told = system.run(f"ls -d {place} 2>/dev/null || true").strip()
    require(not told, f"Nach dem Entfernen ist noch da: {told}")
