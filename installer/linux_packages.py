"""Linux: a Debian package, and a portable archive with a script for one's own home."""

import gzip
import shutil
import tarfile
from pathlib import Path

from installer.debian_needs import packages_needed
from installer.environment import require, run
from installer.project import APP_ICONS, BUILD, COMMAND, IDENTITY, MATERIAL, ROOT, Project, filled

_FILES = MATERIAL / "linux"


def make_debian_package(frozen: Path, papers: Path, project: Project, target: Path) -> Path:
    """Make the .deb from the frozen program and the folder with its licences."""
    require("dpkg-deb", "dpkg")
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / "opt" / COMMAND, symlinks=True)
    _place_for_the_desktop(tree / "usr", f"/opt/{COMMAND}/{COMMAND}", project)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / COMMAND).symlink_to(f"/opt/{COMMAND}/{COMMAND}")
    documents = tree / "usr/share/doc" / COMMAND
    shutil.copytree(papers, documents)
    shutil.copyfile(ROOT / "LICENSE", documents / "copyright")
    manual = tree / "usr/share/man/man1" / f"{COMMAND}.1.gz"
    manual.parent.mkdir(parents=True)
    page = filled(_FILES / "quartierdesk.1", version=project.version, released=project.released)
    manual.write_bytes(gzip.compress(page.encode(), mtime=0))
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(_control(project, tree), "utf-8")
    package = target / f"{COMMAND}_{project.version}_amd64.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package])
    return package


def _place_for_the_desktop(usr: Path, executable: str, project: Project) -> None:
    share = usr / "share"
    texts = {
        f"applications/{IDENTITY}.desktop": filled(
            _FILES / "quartierdesk.desktop", executable=executable
        ),
        f"metainfo/{IDENTITY}.metainfo.xml": filled(
            _FILES / "quartierdesk.metainfo.xml",
            version=project.version,
            released=project.released,
            licence=project.licence,
        ),
        "mime/packages/quartierdesk.xml": (_FILES / "quartierdesk-mime.xml").read_text("utf-8"),
    }
    for name, text in texts.items():
        (share / name).parent.mkdir(parents=True, exist_ok=True)
        (share / name).write_text(text, "utf-8")
    for size, name in (("256x256", "quartierdesk.png"), ("scalable", "quartierdesk.svg")):
        place = share / "icons/hicolor" / size / "apps" / name
        place.parent.mkdir(parents=True)
        shutil.copyfile(APP_ICONS / name, place)


def _control(project: Project, tree: Path) -> str:
    files = (path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files) // 1024
    return (
        f"Package: {COMMAND}\n"
        f"Version: {project.version}\n"
        "Architecture: amd64\n"
        "Maintainer: QuartierDesk-Projekt <quartierdesk@localhost>\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(packages_needed(tree))}\n"
        # They tell the desktop about the kinds of files; without them a double click asks.
        "Recommends: desktop-file-utils, shared-mime-info\n"
        "Section: misc\n"
        "Priority: optional\n"
        "Description: Bürgerwerkstätten festhalten und protokollieren\n"
        " QuartierDesk hält fest, was Menschen in Werkstätten sagen, ordnet es, lässt den Saal\n"
        " gewichten, macht daraus Maßnahmen und schreibt ein barrierefreies Protokoll.\n"
        " Alles liegt in einer Datei auf einem Laptop; das Programm nutzt kein Netz.\n"
    )


def make_portable_archive(frozen: Path, papers: Path, project: Project, target: Path) -> Path:
    """Make the .tar.xz: unpack and start, or install into the home with `install.sh`."""
    top = f"QuartierDesk-{project.version}-linux"
    archive = target / f"{top}.tar.xz"
    loose = {
        "install.sh": _FILES / "install.sh",
        "quartierdesk-mime.xml": _FILES / "quartierdesk-mime.xml",
        "quartierdesk.png": APP_ICONS / "quartierdesk.png",
    }
    entry = BUILD / "quartierdesk.desktop"
    entry.write_text(filled(_FILES / "quartierdesk.desktop", executable=COMMAND), "utf-8")
    with tarfile.open(archive, "w:xz", preset=6) as packed:
        packed.add(frozen, f"{top}/{COMMAND}", filter=_anonymous)
        packed.add(papers, f"{top}/Lizenzen", filter=_anonymous)
        packed.add(entry, f"{top}/quartierdesk.desktop", filter=_anonymous)
        for name, source in loose.items():
            packed.add(source, f"{top}/{name}", filter=_anonymous)
    return archive


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who built it; what has to be executable is."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    if member.name.endswith("install.sh"):
        member.mode = 0o755
    return member
