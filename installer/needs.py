"""What building needs of the system beside what the program needs."""

import sys

from dev import SystemNeed

BUILD_NEEDS = (
    SystemNeed(
        title="die Bausteine, mit denen ein Fenster auf den Bildschirm kommt",
        libraries=("libxkbcommon-x11.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4"),
        packages=(
            "libxkbcommon-x11-0",
            "libxcb-cursor0",
            "libxcb-icccm4",
            "libxcb-image0",
            "libxcb-keysyms1",
            "libxcb-randr0",
            "libxcb-render-util0",
            "libxcb-shape0",
            "libxcb-xkb1",
        ),
    ),
    SystemNeed(
        title="die Bibliothek, mit der gedruckt wird",
        libraries=("libcups.so.2",),
        packages=("libcups2",),
    ),
    SystemNeed(
        title="die Bibliothek, in der Python selbst steckt",
        libraries=(f"libpython3.{sys.version_info[1]}.so.1.0",),
        packages=(f"libpython3.{sys.version_info[1]}",),
    ),
    SystemNeed(
        title="die Werkzeuge, mit denen das Paket entsteht (objdump, dpkg-deb)",
        programs=("objdump", "dpkg-deb") if sys.platform == "linux" else (),
        packages=("binutils", "dpkg"),
    ),
)
