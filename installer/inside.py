"""Works of others that lie inside the packages of others, and which files of theirs are shipped.

A package from the registry brings libraries along, as files of their own or as a part of its own
libraries. Both are listed as parts of the program, each with its licence.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from installer.project import BuildError

LISTED = re.compile(r"(\.so(\.[\d.]+)?|\.dll|\.pyd|\.dylib|\.ttf|\.otf|\.dic)$", re.I)
"""Names of files that have to be listed one by one: libraries, fonts, patterns for hyphenation."""

_VERSION = re.compile(r"\.so\.(\d+\.\d+[\d.]*)$")


@dataclass(frozen=True, slots=True)
class Component:
    """One work: `purl` names it for machines, `texts` are the files with its licence.

    `files` are its libraries, fonts and patterns in the folder of the frozen program.
    """

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]
    files: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Inside:
    """A work inside a package: `files` finds its own files, None where it has none.

    `notice` finds the texts of the package that are about this work; None: all of them.
    """

    name: str
    licence: str
    files: str | None = None
    notice: str | None = None


_PILLOW = (
    Inside("libjpeg-turbo", "IJG AND BSD-3-Clause", "jpeg"),
    Inside("libtiff", "libtiff", "tiff"),
    Inside("libwebp", "BSD-3-Clause", "webp|sharpyuv"),
    Inside("libavif", "BSD-2-Clause", "avif"),
    Inside("libaom", "BSD-2-Clause"),
    Inside("dav1d", "BSD-2-Clause"),
    Inside("OpenJPEG", "BSD-2-Clause", "openjp2"),
    Inside("Little CMS", "MIT", "lcms2"),
    Inside("XZ Utils (liblzma)", "0BSD", "lzma"),
    Inside("Zstandard", "BSD-3-Clause", "zstd"),
    Inside("libxcb und libXau", "MIT", "xcb|Xau"),
    Inside("FreeType", "FTL OR GPL-2.0-or-later", "freetype"),
    Inside("HarfBuzz", "MIT-Modern-Variant", "harfbuzz"),
    Inside("libpng", "libpng-2.0", "png"),
    Inside("Brotli", "MIT", "brotli"),
    Inside("zlib-ng", "Zlib"),
)
_QT = (
    Inside("ICU", "Unicode-3.0", "icu"),
    *(
        Inside(f"{name} (in Qt)", licence, notice="Qt-parts")
        for name, licence in (
            ("FreeType", "FTL OR GPL-2.0-only"),
            ("HarfBuzz", "MIT-Modern-Variant"),
            ("libpng", "libpng-2.0"),
            ("libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib"),
            ("PCRE2", "BSD-3-Clause WITH PCRE2-exception AND BSD-2-Clause"),
            ("zlib", "Zlib"),
            ("double-conversion", "BSD-3-Clause"),
            ("MD4C", "MIT"),
            ("TinyCBOR", "MIT"),
        )
    ),
)
# What the notices in its package name for the build that is shipped; those for other builds
# (Android, musl, with JavaScript) are left out.
_PDFIUM = (
    Inside("PDFium", "BSD-3-Clause AND Apache-2.0", "pdfium", r"pdfium\.|Apache"),
    *(
        Inside(f"{name} (in PDFium)", licence, notice=notice)
        for name, licence, notice in (
            ("pdfium-binaries", "MIT", "pdfium-binaries"),
            ("abseil", "Apache-2.0", "abseil|Apache"),
            ("Anti-Grain Geometry 2.3", "LicenseRef-AGG-2.3", "agg23"),
            ("Brotli", "MIT", "brotli"),
            ("dragonbox", "Apache-2.0 WITH LLVM-exception OR BSL-1.0", "dragonbox|Apache"),
            ("fast_float", "MIT", "fast_float"),
            ("FreeType", "FTL", "freetype"),
            ("HarfBuzz", "MIT-Modern-Variant", "harfbuzz"),
            ("Highway", "Apache-2.0", "highway|Apache"),
            ("ICU", "Unicode-3.0", "icu"),
            ("libjpeg-turbo", "IJG AND BSD-3-Clause", "libjpeg_turbo"),
            ("libpng", "libpng-2.0", "libpng"),
            ("libtiff", "libtiff", "libtiff"),
            ("libyuv", "BSD-3-Clause", "libyuv"),
            ("Little CMS", "MIT", "lcms"),
            ("LLVM libc", "Apache-2.0 WITH LLVM-exception", "llvm-libc|Apache"),
            ("OpenJPEG", "BSD-2-Clause", "libopenjpeg"),
            ("simdutf", "MIT", "simdutf"),
            ("zlib", "Zlib", "zlib"),
        )
    ),
)
# In the package for Windows they are parts of its own libraries, and there is no X11.
_PILLOW_ON_WINDOWS = tuple(
    replace(work, files=None) for work in _PILLOW if "xcb" not in (work.files or "")
)
INSIDE: dict[str, tuple[Inside, ...]] = {
    "pillow": _PILLOW_ON_WINDOWS if sys.platform == "win32" else _PILLOW,
    "rapidfuzz": (
        Inside(
            "Microsoft Visual C++ Runtime", "LicenseRef-Microsoft-Visual-Cpp-Runtime", "msvcp140"
        ),
    ),
    "pillow-heif": (
        Inside("libheif", "LGPL-3.0-only", "heif-"),
        Inside("libde265", "LGPL-3.0-only", "de265"),
        Inside("x265", "GPL-2.0-or-later", "x265"),
        Inside(
            "MinGW-w64 (libgcc, libstdc++, libwinpthread)",
            "GPL-3.0-or-later WITH GCC-exception-3.1 AND MIT AND BSD-3-Clause",
            r"gcc_s_seh|stdc\+\+|winpthread",
        ),
    ),
    "pyside6-essentials": _QT,
    "pypdfium2": _PDFIUM,
    "sqlcipher3": (
        Inside("SQLCipher", "BSD-3-Clause"),
        Inside("SQLite (in SQLCipher)", "blessing"),
        Inside("OpenSSL (in SQLCipher)", "Apache-2.0"),
    ),
    "lxml": (
        Inside("libxml2", "MIT"),
        Inside("libxslt", "MIT"),
        Inside("libiconv", "LGPL-2.1-or-later"),
        Inside("zlib (in lxml)", "Zlib"),
    ),
    "pyphen": (Inside("Deutsche Silbentrennung (hyph_de_DE)", "LGPL-2.0-or-later", "hyph_de_DE"),),
}
_OF_A_PACKAGE = re.compile(r"(\.libs/|lib/libicu|/libpdfium|\.dic$|^lib[^/]*-[0-9a-f]{8})", re.I)
"""Names of files that are not a package's own work, so that one of its works has to claim them."""


def works_inside(package: str, owner: Component) -> list[Component]:
    """Return `owner` with the files that are its own, and the works inside it with theirs.

    BuildError: it has a library of somebody else that nothing here claims.
    """
    left, found = set(owner.files), []
    for work in INSIDE.get(package, ()):
        own = {name for name in left if work.files and _claims(work.files, name)}
        left -= own
        if work.files and not own:
            continue  # only parts of the package are shipped
        texts = tuple(text for text in owner.texts if _is_about(work, text))
        found.append(Component(work.name, _version(own), work.licence, "", texts, sorted(own)))
    for name in sorted(left):
        if _OF_A_PACKAGE.search(name):
            raise BuildError(f"„{name}“ aus dem Paket „{owner.name}“ ist nirgends aufgeführt.")
    return [replace(owner, files=sorted(left)), *found]


def _is_about(work: Inside, text: Path) -> bool:
    return work.notice is None or re.match(work.notice, text.name) is not None


def _claims(names: str, file: str) -> bool:
    return re.match(rf"(lib)?({names})", file.rpartition("/")[2]) is not None


def _version(files: Iterable[str]) -> str:
    """Return the version that stands in the name of the only library there is, else nothing."""
    stated = {found[1] for name in files if (found := _VERSION.search(name))}
    return stated.pop() if len(stated) == 1 else ""
