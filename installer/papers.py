"""What lies beside the program: licences of everything inside, the list of parts, checksums."""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path

from installer.inside import LISTED, Component
from installer.project import NAME, BuildError, Project

FILE = "quartierdesk:file"
"""The property of a part that names one of its files in the folder of the program."""
# An arbitrary but fixed root, so that the same content gives the same number.
_SPACE = uuid.UUID("5b1c3d0e-7a44-4b6e-9f5d-2f0c1e6a8d21")


def write_licences(folder: Path, parts: Sequence[Component]) -> None:
    """Write the licence texts of all `parts`, each once, and a list of them into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    # A package gives the name to texts that works inside it share with it.
    names = {
        text: _name_of(text, part) for part in sorted(parts, key=_is_package) for text in part.texts
    }
    for text, name in names.items():
        (folder / name).write_bytes(text.read_bytes())
    lines = [f"# Lizenzen der Bestandteile von {NAME}", "", "| Teil | Fassung | Lizenz | Texte |"]
    lines.append("|---|---|---|---|")
    for part in parts:
        texts = ", ".join(dict.fromkeys(names[text] for text in part.texts))
        lines.append(f"| {part.name} | {part.version} | {part.licence} | {texts} |")
    (folder / "LIZENZEN.md").write_text("\n".join([*lines, ""]), "utf-8")


def _is_package(part: Component) -> bool:
    return bool(part.purl)


def _name_of(text: Path, part: Component) -> str:
    name = f"{_file_name(part.name)}-{_file_name(text.name)}"
    return name if name.endswith((".txt", ".md", ".rst", ".yml")) else f"{name}.txt"


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in ".-" else "_" for letter in name)


def write_bill_of_materials(target: Path, project: Project, parts: Iterable[Component]) -> None:
    """Write the list of parts as CycloneDX 1.5 (JSON); the same parts give the same bytes."""
    listed = [
        {
            "type": "library",
            "name": part.name,
            **({"version": part.version} if part.version else {}),
            **({"purl": part.purl} if part.purl else {}),
            "licenses": [{"license": {"name": part.licence}}],
            **(
                {"properties": [{"name": FILE, "value": f} for f in part.files]}
                if part.files
                else {}
            ),
        }
        for part in parts
        if part.name != NAME
    ]
    content = json.dumps(listed, sort_keys=True)
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, project.version + content)}",
        "version": 1,
        "metadata": {
            "timestamp": f"{project.released}T00:00:00Z",
            "component": {
                "type": "application",
                "name": NAME,
                "version": project.version,
                "licenses": [{"license": {"name": project.licence}}],
            },
        },
        "components": listed,
    }
    target.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")


def write_checksums(folder: Path) -> Path:
    """Write the SHA-256 of every file in `folder` as `sha256sum` would, and return that file."""
    target = folder / "SHA256SUMS"
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(folder.iterdir())
        if path.is_file() and path != target
    ]
    target.write_text("\n".join([*lines, ""]), "utf-8")
    return target


def refuse_unlisted(frozen: Path, bill: Path) -> None:
    """Compare the libraries and fonts in a frozen program with the list of parts.

    BuildError: something lies there that no part claims, or a part claims what is not there.
    """
    listed = {
        entry["value"]
        for part in json.loads(bill.read_text("utf-8"))["components"]
        for entry in part.get("properties", ())
        if entry["name"] == FILE
    }
    inside = frozen / "_internal"
    there = {
        path.relative_to(inside).as_posix()
        for path in inside.rglob("*")
        if path.is_file() and not path.is_symlink() and LISTED.search(path.name)
    }
    for name in sorted(there - listed):
        raise BuildError(f"„{name}“ wird ausgeliefert, steht aber nicht in der Liste der Teile.")
    for name in sorted(listed - there):
        raise BuildError(f"„{name}“ steht in der Liste der Teile, wird aber nicht ausgeliefert.")
