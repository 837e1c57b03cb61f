"""Runs in the Windows of the trial: prints the titles of open windows, or closes one.

python windows.py               one title a line
python windows.py TITLE         asks every window whose title has TITLE in it to close
"""

import ctypes
import sys
from ctypes import wintypes

assert sys.platform == "win32"
_CLOSE = 0x0010
_USER = ctypes.windll.user32
_VISIT = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)


def windows() -> list[tuple[int, str]]:
    """Return handle and title of each visible window."""
    found: list[tuple[int, str]] = []

    def visit(handle: int, _: int) -> bool:
        title = ctypes.create_unicode_buffer(300)
        _USER.GetWindowTextW(handle, title, len(title))
        if _USER.IsWindowVisible(handle) and title.value:
            found.append((handle, title.value))
        return True

    _USER.EnumWindows(_VISIT(visit), 0)
    return found


for handle, title in windows():
    if len(sys.argv) == 1:
        print(title)
    elif sys.argv[1] in title:
        _USER.PostMessageW(handle, _CLOSE, 0, 0)
