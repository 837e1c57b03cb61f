"""Puts forms and resources, which lie beside the program in a checkout, into the package."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
SHIPPED = ("forms", "resources")
CHANGE_LOG = "CHANGELOG.md"


class BuildWithShippedFolders(build_py):
    """Copies the folders unless the program runs from the checkout itself."""

    def run(self) -> None:
        """Build the modules, then put the folders and the change log beside them."""
        super().run()
        if self.editable_mode:
            return
        for name in SHIPPED:
            target = Path(self.build_lib) / "quartierdesk" / name
            shutil.copytree(ROOT / name, target, dirs_exist_ok=True)
        shutil.copy(ROOT / CHANGE_LOG, Path(self.build_lib) / "quartierdesk")


setup(cmdclass={"build_py": BuildWithShippedFolders})
