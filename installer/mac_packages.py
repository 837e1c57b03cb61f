"""macOS: a disk image with the program. Written with care, never run: no such machine was there."""

import shutil
from pathlib import Path

from installer.environment import require, run
from installer.project import BUILD, NAME, Project


def make_disk_image(frozen: Path, papers: Path, project: Project, target: Path) -> Path:
    """Make the .dmg from the bundle that was frozen beside `frozen`."""
    content = BUILD / "abbild"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    bundle = frozen.with_name(f"{NAME}.app")
    shutil.copytree(bundle, content / bundle.name, symlinks=True)
    shutil.copytree(papers, content / "Lizenzen")
    (content / "Programme").symlink_to("/Applications")
    image = target / f"{NAME}-{project.version}.dmg"
    options = ["-volname", NAME, "-srcfolder", str(content), "-ov", "-format", "UDZO"]
    run([require("hdiutil", "macOS"), "create", *options, image])
    return image
