"""ZIP files that do not tell when they were made."""

import shutil
import zipfile
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import IO


class ReproducibleZip(zipfile.ZipFile):
    """A ZIP file for writing whose members all bear the first moment such a file can name.

    Members named in `replaced` get that content, whatever the writer has in store for them.
    """

    def __init__(self, stream: IO[bytes], replaced: Mapping[str, bytes]) -> None:
        super().__init__(stream, "w", zipfile.ZIP_DEFLATED)
        self._replaced = replaced

    def writestr(  # type: ignore[override] # options that nobody here gives are left out
        self, zinfo_or_arcname: str | zipfile.ZipInfo, data: str | bytes, *_options: object
    ) -> None:
        """Write a member from memory."""
        member = self._member(zinfo_or_arcname)
        super().writestr(member, self._replaced.get(member.filename, data))

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        *_options: object,
    ) -> None:
        """Write a member from a file, piece by piece."""
        member = self._member(str(arcname or filename))
        member.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as source, self.open(member, "w") as target:
            shutil.copyfileobj(source, target)

    def _member(self, name: str | zipfile.ZipInfo) -> zipfile.ZipInfo:
        member = zipfile.ZipInfo(name if isinstance(name, str) else name.filename)
        member.compress_type = self.compression
        return member
