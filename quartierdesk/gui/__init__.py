"""What a person sees: pages and dialogs on top of the services."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts an import of its own in the place of Python's

# PySide's import reads the source of every module that is loaded, only to learn whether it uses
# `from __feature__ import …`. Nothing here does, and each start would be a tenth slower.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
