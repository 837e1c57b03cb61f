"""What the Debian package demands is what its libraries ask the linker for."""

import shutil
import sys
from pathlib import Path

import PySide6
import pytest

from installer.debian_needs import packages_needed
from installer.project import BuildError

LIBRARIES = Path(PySide6.__file__).parent / "Qt/lib"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dpkg") or not shutil.which("objdump"),
    reason="asks the database and the linker of Debian",
)


def frozen_with(folder: Path, *names: str) -> Path:
    for name in names:
        [library] = LIBRARIES.glob(name)
        shutil.copy(library, folder / library.name)
    return folder


def test_libraries_of_the_system_become_packages_and_shipped_ones_do_not(tmp_path: Path) -> None:
    icu = ("libicudata.so.*", "libicuuc.so.*", "libicui18n.so.*")
    found = packages_needed(frozen_with(tmp_path, "libQt6Core.so.6", *icu))

    assert found[0].startswith("libc6 (>= 2.")
    assert "libglib2.0-0" in " ".join(found)
    assert "xkb-data" in found
    assert not any("icu" in name for name in found)


def test_a_library_that_is_nowhere_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"libQt6Core\.so\.6"):
        packages_needed(frozen_with(tmp_path, "libQt6Gui.so.6"))


def test_what_is_no_library_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "NotoSans.ttf").write_bytes(b"\0\1\0\0")

    assert packages_needed(tmp_path) == ["libc6 (>= 2.17)", "xkb-data"]
